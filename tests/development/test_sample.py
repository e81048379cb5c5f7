"""Every document of the sample board is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from development import sample

if TYPE_CHECKING:
    import pytest


def test_every_document_of_the_sample_is_written_and_what_is_not_there_yet_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written: list[str] = []

    def boardtool(*words: str | Path) -> int:
        *_, kind, what, _option, target = map(str, words)
        written.append(Path(target).name)
        return sample.NOTHING_TO_EXPORT if (kind, what) == ("minutes", "WEST/2022-11-08") else 0

    names = {"meetings": ["NORTH/2022-09-06", "WEST/2022-11-08"], "boards": ["NORTH"]}
    monkeypatch.setattr(sample, "OUT", tmp_path)
    monkeypatch.setattr(sample, "listed", names.__getitem__)
    monkeypatch.setattr(sample, "boardtool", boardtool)
    assert sample.write_documents() == 0
    assert {"NORTH 2022-09-06 agenda.docx", "NORTH actions.xlsx"} <= set(written)
    assert f"{len(written) - 2} documents" in capsys.readouterr().out
