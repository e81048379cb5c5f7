"""Page ranges of a published pack through the import page: previewed, taken, given back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_meeting, an_item
from tests.council_pack import Part, a_paper, council_pack
from tests.domain.pack.test_papers_found import said
from tests.ui.importing.test_import_page import opened, read, said_on, shown, take

from boardtool.data import agenda
from boardtool.domain.meetings import Kind
from boardtool.services import agenda as agendas
from boardtool.ui import steps
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context

REF = "NNHWB/2022-09-06"


@pytest.fixture(autouse=True)
def _answers_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "PATIENCE", 30.0)


@pytest.fixture
def grant(store: Store, tmp_path: Path) -> Path:
    """The paper of the one item of the one meeting, whose pages are given wrong."""
    item = an_item(
        store, a_meeting(store, a_board(store)), "Health Equality Grant", kind=Kind.PAPER, pages="9"
    )
    paper = a_paper(tmp_path / "grant.pdf", said("grant"), said("more"))
    agendas.attach(store, item_id=item, files=[paper], now=datetime(2022, 8, 24, 12))
    return paper


def test_the_ranges_are_previewed_and_taken_and_lead_back_to_the_agenda(
    qtbot: QtBot, context: Context, store: Store, grant: Path, tmp_path: Path, visited: list[Place]
) -> None:
    page = opened(qtbot, context, Place("importing", ref=REF, tab="pages"))
    pack = council_pack(tmp_path / "Public pack.pdf", [Part(lines=("Agenda",), pages=4), Part(grant)])
    read(qtbot, page, pack)
    assert shown(page) == [("CHANGED", "Health Equality Grant", "Pages")]
    assert "1 item read. Nothing has been changed yet." in said_on(page)
    take(qtbot, page)
    assert visited == [Place("meetings", ref=REF, tab="agenda")]
    assert pages(store) == ["5 - 6"]
    store.undo()
    assert pages(store) == ["9"]


@pytest.mark.usefixtures("grant")
def test_a_file_that_is_no_pack_says_so_on_the_page(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    page = opened(qtbot, context, Place("importing", ref=REF, tab="pages"))
    pack = council_pack(tmp_path / "other.pdf", [Part(lines=("Planning Committee",))])
    read(qtbot, page, pack)
    assert page.preview is None
    assert any(
        "other.pdf holds no item of the agenda of 6 September 2022" in words for words in said_on(page)
    )


def pages(store: Store) -> list[str]:
    with store.reading() as reading:
        return [item.pages for item in agenda.items(reading, 1)]
