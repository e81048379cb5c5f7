"""The command line writes documents, forms and everything, each in the form of its ending."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import docx
import openpyxl
import pikepdf
import pytest
from tests.services.exchange.files import ACTIONS, a_workbook
from tests.test_cli import SEPTEMBER, Line, held, line, made_sample, own_place, sample

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["held", "line", "made_sample", "own_place", "sample"]


def test_documents_come_in_the_form_of_their_ending(sample: Line, tmp_path: Path) -> None:
    assert sample("export", "agenda", SEPTEMBER, "-o", tmp_path / "agenda.docx") == 0
    text = "\n".join(
        cell.text
        for table in docx.Document(str(tmp_path / "agenda.docx")).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "Better Care Fund Plan 2022/23" in text
    assert sample("export", "minutes", "NNHWB/2022-07-05", "-o", tmp_path / "minutes.pdf") == 0
    with pikepdf.open(tmp_path / "minutes.pdf") as pdf:
        assert "/StructTreeRoot" in pdf.Root
    assert sample("export", "actions", SEPTEMBER, "-o", tmp_path / "log.xlsx") == 0
    sheet = openpyxl.load_workbook(tmp_path / "log.xlsx").worksheets[0]
    column = [str(row[0]) for row in sheet.iter_rows(values_only=True)]
    assert (
        column.index("100322/03")
        < column.index("Actions completed since 5 July 2022")
        < column.index("050722/01")
    )


def test_owners_are_sent_forms_and_their_replies_come_back(line: Line, tmp_path: Path) -> None:
    rows = [("050722/01", "Circulate the numbers", "Amy Plank", "", "Asked", "Open")]
    line("import", "actions", a_workbook(tmp_path / "log.xlsx", ACTIONS, rows), "--board", "NNHWB")
    line("board", "new", "PDG", "--name", "Place Delivery Group")
    sent = line.json("export", "chase", "-o", tmp_path / "forms", "--by", "31 December 2099")
    [form] = sent["forms"]
    assert (form["owner"], form["actions"], sent["kind"]) == ("Amy Plank", 1, "chase")
    book = openpyxl.load_workbook(form["file"])
    assert "31 December 2099" in book["Actions"]["A2"].value
    book["Actions"]["G5"] = "Sent"
    book.save(form["file"])
    assert line.json("import", "actions", form["file"], "--dry-run")["updated"] == 1
    assert line.json("import", "actions", form["file"])["applied"]
    assert line.json("import", "actions", form["file"])["unchanged"] == 1
    [action] = line.json("list", "actions", "--board", "NNHWB")["actions"]
    assert (action["progress"], action["history"][-1]["source"]) == ("Sent", "reply")
    line("import", "actions", a_workbook(tmp_path / "log.xlsx", ACTIONS, rows), "--board", "NNHWB")
    book["Actions"]["G5"] = "Sent again"
    book.save(form["file"])
    answered = line.json("import", "actions", form["file"])
    [row] = answered["rows"]
    assert (row["key"], row["state"]) == ("NNHWB/050722/01", "conflict")
    assert row["fields"]["progress"] == {"sent": "Asked", "ours": "Sent", "theirs": "Sent again"}
    assert line.json("import", "actions", form["file"], "--take", "theirs")["updated"] == 1


def test_nobody_to_send_to_is_3_and_a_wrong_day_is_2(line: Line, tmp_path: Path) -> None:
    assert line("export", "chase", "NNHWB", "-o", tmp_path / "forms") == 3
    assert "nobody to send to" in line.err
    assert line("export", "chase", "-o", tmp_path / "forms", "--by", "someday") == 2
    assert line("export", "chase", "EAST", "-o", tmp_path / "forms") == 3


def test_a_working_group_has_action_notes(sample: Line, tmp_path: Path) -> None:
    assert sample("export", "minutes", "PDG/2022-08-11", "-o", tmp_path / "notes.docx") == 0
    told = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "notes.docx")).paragraphs)
    assert "Action notes" in told


def test_everything_comes_out_but_never_as_a_public_document(sample: Line, tmp_path: Path) -> None:
    assert sample("export", "everything", "-o", tmp_path / "all.json") == 3
    assert "--private" in sample.err
    assert sample("export", "everything", "--private", "-o", tmp_path / "all.json") == 0
    held = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    with closing(sqlite3.connect(sample.folder / "board.db")) as library:
        counts = {name: library.execute(f"select count(*) from {name}").fetchone()[0] for name in held}
    assert {name: len(rows) for name, rows in held.items()} == counts
    assert held["meeting"][0]["date"] == "2022-03-10"
    assert sample("export", "everything", "--private", "-o", tmp_path / "all.xlsx") == 0
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames == sorted(counts)
    assert book["agenda_item"].max_row == counts["agenda_item"] + 1


def test_what_cannot_be_written_is_refused_and_nothing_is_left(sample: Line, tmp_path: Path) -> None:
    assert sample("export", "agenda", SEPTEMBER, "-o", tmp_path / "agenda.odt") == 3
    assert sample("export", "minutes", SEPTEMBER, "-o", tmp_path / "minutes.pdf") == 3
    assert sample("export", "agenda", SEPTEMBER, "-o", tmp_path / "no" / "agenda.pdf") == 3
    (tmp_path / "folder.pdf").mkdir()
    assert sample("export", "agenda", SEPTEMBER, "-o", tmp_path / "folder.pdf") == 5
    assert [path.name for path in tmp_path.iterdir()] == ["folder.pdf"]


@pytest.mark.parametrize(
    ("kind", "what", "name"),
    [("agenda", SEPTEMBER, "agenda.pdf"), ("chase", "NNHWB", "forms"), ("call", SEPTEMBER, "messages")],
)
def test_what_is_named_is_made_but_no_folder_above_it(
    sample: Line, tmp_path: Path, kind: str, what: str, name: str
) -> None:
    assert sample("export", kind, what, "-o", tmp_path / "slip" / name) == 3
    assert "There is no folder" in sample.err
    assert not (tmp_path / "slip").exists()
    assert sample("export", kind, what, "-o", tmp_path / name) == 0
