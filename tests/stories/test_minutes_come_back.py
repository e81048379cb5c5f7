"""Minutes that were written here are sent out, come back from Democratic Services, and change nothing."""

from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from boardtool.data.store import Access, Store
from boardtool.domain.imports import RowState
from boardtool.services.exchange import importing
from boardtool.services.exchange.importing import FileRead
from boardtool.services.exchange.request import Request
from boardtool.services.publishing import export_document
from boardtool.services.sample import make_sample

TODAY = date(2022, 8, 24)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("minutes") / "library"
    make_sample(folder, who="Business Manager", now=datetime(2022, 8, 24, 16, 42))
    return folder


@pytest.mark.parametrize("meeting", ["NNHWB/2022-07-05", "NNHWB/2022-03-10", "WNHWB/2022-06-21"])
def test_our_own_minutes_change_nothing_when_they_come_back(
    library: Path, meeting: str, tmp_path: Path
) -> None:
    file = tmp_path / "minutes.docx"
    board = meeting.partition("/")[0]
    with closing(Store.open(library, who="Business Manager", access=Access.READ)) as store:
        with store.reading() as reading:
            export_document(reading, kind="minutes", what=meeting, path=file, today=TODAY)
        found = importing.read("minutes", Request(file, board=board, meeting=meeting))
        assert isinstance(found, FileRead)
        report = importing.preview(store, found, today=TODAY)
    assert report.count(RowState.UNCHANGED) == len(report.rows) > 0
