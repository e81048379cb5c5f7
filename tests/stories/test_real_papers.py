"""The real papers of 2022 go into an empty library by the command line; plain SQLite tells they are there."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from boardtool.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

SEPTEMBER, JULY = "NNHWB/2022-09-06", "NNHWB/2022-07-05"
IMPORTS = (
    ("members", "membership-2022-09-06.xlsx", "--board", "NNHWB"),
    ("agenda", "agenda-2022-09-06.xlsx", "--meeting", SEPTEMBER),
    ("actions", "action-log-2022-09-06.xlsx", "--board", "NNHWB"),
    ("minutes", "minutes-2022-07-05.docx", "--board", "NNHWB"),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, reference: Path) -> Path:
    """An empty library with one board, then the four files in it."""
    folder = tmp_path_factory.mktemp("papers") / "library"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("platformdirs.user_config_path", lambda *_a, **_k: folder.parent / "config")
        assert main(["init", str(folder)]) == 0
    start = ["--library", str(folder), "--as", "Business Manager"]
    name = "North Northamptonshire Health and Wellbeing Board"
    assert main([*start, "board", "new", "NNHWB", "--name", name, "--council", "North"]) == 0
    for kind, file, *where in IMPORTS:
        assert main([*start, "import", kind, str(reference / "pack" / file), *where]) == 0
    return folder


@pytest.fixture
def ask(library: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., dict[str, Any]]:
    def asked(*words: str) -> dict[str, Any]:
        capsys.readouterr()
        main(["--library", str(library), *words, "--json"])
        answer: dict[str, Any] = json.loads(capsys.readouterr().out)
        return answer

    return asked


def rows(library: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(library / "board.db")) as store:
        return store.execute(question).fetchall()


def test_nineteen_members_sit_in_the_order_of_the_front_sheet(library: Path) -> None:
    members = rows(
        library,
        "select person.name, role from membership join person on person.id = person_id order by position",
    )
    assert len(members) == 19
    assert members[0] == ("Cllr Jon Paul Carr", "chair")
    assert members[-1] == ("Sheila White", "member")


def test_fifteen_items_keep_their_odd_numbers_times_and_pages(ask: Callable[..., dict[str, Any]]) -> None:
    items = ask("list", "items", "--meeting", SEPTEMBER)["items"]
    assert [item["number"] for item in items] == [f"0{number}" for number in range(1, 16)]
    assert [item["time"] for item in items][:6] == ["13:30", "13:32", "13:35", "13:37", "13:40", "13:45"]
    assert items[-1]["time"] == "16:00"
    by_number = {item["number"]: item for item in items}
    assert (by_number["09"]["kind"], by_number["09"]["pages"]) == ("paper", "59 – 146")
    assert (by_number["08"]["kind"], by_number["07"]["kind"]) == ("to follow", "verbal")
    assert by_number["011"]["presenters"] == ["Toby Sanders", "Naomi Eisenstadt"]


def test_five_actions_come_from_two_tables(library: Path, ask: Callable[..., dict[str, Any]]) -> None:
    actions = ask("list", "actions", "--board", "NNHWB")["actions"]
    assert [(action["number"], action["status"], action["completed_on"]) for action in actions] == [
        ("100322/03", "open", None),
        ("050722/01", "completed", "2022-07-14"),
        ("050722/02", "completed", "2022-07-06"),
        ("050722/03", "completed", None),
        ("050722/04", "completed", None),
    ]
    assert actions[-1]["owners"] == ["Louise De Chiara", "Henna Parmar"]
    assert [action["meeting"] for action in actions] == [None, *[JULY] * 4]
    assert rows(library, "select distinct source from action_progress") == [("import",)]


def test_the_minutes_of_july_run_from_25_to_41(library: Path, ask: Callable[..., dict[str, Any]]) -> None:
    minutes = ask("list", "minutes", "--meeting", JULY)["minutes"]
    assert [minute["number"] for minute in minutes] == list(range(25, 42))
    assert sum(bool(minute["resolutions"]) for minute in minutes) == 13
    health = next(minute for minute in minutes if minute["number"] == 31)
    assert [resolution["number"] for resolution in health["resolutions"]] == ["a", "b", "c"]
    assert rows(
        library, "select status, substr(closed_at, 12, 5) from meeting where date = '2022-07-05'"
    ) == [("minutes draft", "16:43")]


def test_who_was_there_and_who_was_not(library: Path) -> None:
    counted = rows(
        library,
        "select date, capacity, presence, count(*) from attendance "
        "join meeting on meeting.id = meeting_id group by 1, 2, 3 order by 1, 2, 3",
    )
    assert counted == [
        ("2022-07-05", "member", "apologies", 4),
        ("2022-07-05", "member", "by video", 3),
        ("2022-07-05", "member", "present", 14),
        ("2022-07-05", "officer", "by video", 1),
        ("2022-07-05", "officer", "present", 6),
        ("2022-09-06", "member", "expected", 19),
    ]
    assert rows(library, "select name, left_at from attendance where left_at is not null") == [
        ("Toby Sanders", "15:30")
    ]


def test_the_next_minute_is_42(library: Path, ask: Callable[..., dict[str, Any]]) -> None:
    assert rows(library, "select first_minute_number from board") == [(25,)]
    assert rows(library, "select max(number) from minute") == [(41,)]
    found = ask("check", SEPTEMBER, "--today", "2022-08-24")
    assert "R8" in [finding["rule"] for finding in found["findings"]]


def test_five_of_nine_commitments_of_july_have_no_action(ask: Callable[..., dict[str, Any]]) -> None:
    found = ask("reconcile", "NNHWB", "--meeting", JULY)
    assert (len(found["commitments"]), len(found["followed"])) == (5, 4)


@pytest.mark.parametrize("how", IMPORTS, ids=[how[0] for how in IMPORTS])
def test_the_same_file_again_changes_nothing(
    library: Path, reference: Path, ask: Callable[..., dict[str, Any]], how: tuple[str, ...]
) -> None:
    before = rows(library, "select count(*), max(id) from step")
    kind, file, *where = how
    again = ask("import", kind, str(reference / "pack" / file), *where)
    assert (again["applied"], again["step"]) == (True, None)
    assert (again["added"], again["updated"], again["conflicts"], again["rejected"]) == (0, 0, 0, [])
    assert rows(library, "select count(*), max(id) from step") == before


def test_each_import_was_one_step(library: Path) -> None:
    assert [label for (label,) in rows(library, "select label from step order by id")] == [
        "Make board NNHWB",
        "Import members",
        "Import agenda of 6 September 2022",
        "Import action log",
        "Import minutes of 5 July 2022",
    ]


def test_the_documents_come_out_and_are_read_back(library: Path, tmp_path: Path) -> None:
    line = ["--library", str(library), "export"]
    assert main([*line, "agenda", SEPTEMBER, "-o", str(tmp_path / "agenda.docx")]) == 0
    assert main([*line, "minutes", JULY, "-o", str(tmp_path / "minutes.docx")]) == 0
    assert main([*line, "actions", SEPTEMBER, "-o", str(tmp_path / "log.xlsx")]) == 0
    agenda = [
        [cell.text for cell in row.cells]
        for table in docx.Document(str(tmp_path / "agenda.docx")).tables
        for row in table.rows
    ]
    assert any(row[:2] == ["010", "Health Equality Grant"] and "3.00" in row for row in agenda)
    minutes = "\n".join(p.text for p in docx.Document(str(tmp_path / "minutes.docx")).paragraphs)
    assert "41. Recovery from the pandemic and way ahead" in minutes
    assert "the meeting closed at 4.43 pm" in minutes
    sheet = openpyxl.load_workbook(tmp_path / "log.xlsx").worksheets[0]
    numbers = [str(row[0]) for row in sheet.iter_rows(values_only=True) if row[0]]
    at = numbers.index("Actions completed since 5 July 2022")
    assert numbers.index("100322/03") < at < numbers.index("050722/01")


def test_undo_takes_a_whole_file_back_and_redo_brings_it_again(library: Path) -> None:
    line = ["--library", str(library)]
    assert main([*line, "undo"]) == 0
    assert rows(library, "select count(*) from minute") == [(0,)]
    assert rows(library, "select count(*) from meeting") == [(1,)]
    assert main([*line, "redo"]) == 0
    assert rows(library, "select count(*) from minute") == [(17,)]
