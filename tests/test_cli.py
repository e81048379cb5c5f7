"""The command line keeps its contract: names, exit codes, one JSON object, sentences and no traceback."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.services.exchange.files import ACTIONS, AGENDA, MEMBERS, a_workbook

from boardtool import __version__
from boardtool.cli import main, program
from boardtool.data import last_library
from boardtool.data.excel import opening
from boardtool.data.store import Store
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

SEPTEMBER = "NNHWB/2022-09-06"
VERSION_1 = Path(__file__).parent / "files" / "library-version-1.sql"


class Line:
    """The command as a person types it, on one library; what it printed stays to be read."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *words: str | Path) -> int:
        code = main(["--library", str(self.folder), "--as", "Cheryl Bird", *map(str, words)])
        self.out, self.err = self._capsys.readouterr()
        return code

    def json(self, *words: str | Path) -> dict[str, Any]:
        self(*words, "--json")
        answered: dict[str, Any] = json.loads(self.out)
        return answered


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What this machine remembers and logs goes to a folder of the test."""
    monkeypatch.delenv("BOARDTOOL_LIBRARY", raising=False)
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_a, **_k: tmp_path / "config")
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_a, **_k: tmp_path / "log")
    return tmp_path


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    """The command on an empty library with one board."""
    typed = Line(tmp_path / "library", capsys)
    typed("init", typed.folder)
    typed("board", "new", "NNHWB", "--name", "North Health and Wellbeing Board", "--council", "North")
    return typed


@pytest.fixture(scope="module")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "sample"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(last_library, "remember", lambda _folder: None)
        assert main(["init", str(folder), "--sample"]) == 0
    return folder


@pytest.fixture
def sample(made_sample: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(made_sample, capsys)


@pytest.fixture
def held(line: Line) -> Iterator[Store]:
    """The library of `line`, open in a window."""
    store = Store.open(line.folder, who="Somebody")
    yield store
    store.close()


def test_the_version_and_the_help_are_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"boardtool {__version__}\n"
    assert main(["--help"]) == 0
    assert "COMMAND" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["fly"], "fly"),
        (["import", "mask", "plan.xlsx"], "There are: members, agenda, actions, minutes"),
        (
            ["export", "mask", SEPTEMBER, "-o", "mask.pdf"],
            "There are: agenda, notice, minutes, minutes-pack, resolutions, actions, chase",
        ),
        (["list", "sausages"], "There are: boards, people"),
        (["import", "agenda", "agenda.xlsx"], "--meeting BOARD/DATE"),
        (["export", "agenda", "-o", "agenda.pdf"], "Say what to export"),
        (["meeting", "new", "NNHWB", "31 June 2022"], "no such day"),
        (["list", "meetings", "--year", "last"], "write 2022 or 2022/23"),
        (["spc", "series.csv", "--target", "nan"], "“nan” is no number"),
        (["spc", "series.csv", "--target", "high"], "“high” is no number"),
    ],
)
def test_a_wrong_line_is_2_and_says_what_there_is(line: Line, words: list[str], told: str) -> None:
    assert line(*words) == 2
    assert told in line.err
    assert "Traceback" not in line.err
    assert told in line.json(*words)["error"]


def test_options_may_stand_before_or_after_the_command(line: Line) -> None:
    assert main(["list", "boards", "--json", "--library", str(line.folder)]) == 0
    assert line("list", "boards") == 0


def test_without_json_the_rows_are_lines(line: Line) -> None:
    line("list", "boards")
    assert line.out.startswith("NNHWB  North Health and Wellbeing Board")


def test_a_missing_library_is_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = Line(tmp_path / "nowhere", capsys)
    assert typed("list", "boards") == 4
    assert "There is no library" in typed.err
    assert typed.json("list", "boards")["error"].startswith("There is no library")


def test_a_library_is_not_made_over_another(line: Line) -> None:
    assert line("init", line.folder) == 4


def test_the_library_is_that_of_the_environment_then_the_last_one(
    line: Line, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "boards"]) == 0
    assert "NNHWB" in capsys.readouterr().out
    monkeypatch.setenv("BOARDTOOL_LIBRARY", str(line.folder / "other"))
    assert main(["list", "boards"]) == 4


@pytest.mark.usefixtures("held")
def test_a_library_open_elsewhere_is_read_but_not_written(line: Line) -> None:
    assert line("list", "boards") == 0
    assert line("meeting", "new", "NNHWB", "2022-09-06") == 4
    assert "Somebody" in line.err


def test_a_damaged_library_is_4(line: Line) -> None:
    (line.folder / "board.db").write_bytes(b"this is no database at all, whatever its name says" * 20)
    assert line("list", "boards") == 4
    assert "Restore a backup" in line.err


def test_a_defect_of_ours_is_1_with_a_log_and_no_traceback(
    line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_a: object, **_k: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("boardtool.data.history.recent", broken)
    assert line("history") == 1
    assert "Traceback" not in line.err
    logs = list((tmp_path / "log").iterdir())
    assert len(logs) == 1
    assert "ZeroDivisionError" in logs[0].read_text(encoding="utf-8")


def test_a_board_has_its_keys(line: Line) -> None:
    board = line.json("list", "boards")["boards"][0]
    assert {
        "code": "NNHWB",
        "name": "North Health and Wellbeing Board",
        "council": "North",
    }.items() <= board.items()


def test_a_meeting_is_planned_from_the_last(line: Line) -> None:
    assert line("meeting", "new", "NNHWB", "6 September 2022", "--from-last") == 0
    meeting = line.json("list", "meetings")["meetings"][0]
    assert (meeting["ref"], meeting["board"], meeting["date"]) == (SEPTEMBER, "NNHWB", "2022-09-06")
    assert (meeting["start"], meeting["status"]) == ("14:00", "planned")
    assert [item["number"] for item in line.json("list", "items")["items"]] == [f"0{n}" for n in range(1, 7)]
    assert line("meeting", "new", "NNHWB", "2022-09-06") == 3


def test_the_notice_explains_every_day(line: Line) -> None:
    found = line.json("notice", "2022-09-06", "--board", "NNHWB")
    assert (found["meeting"], found["last_publish_day"]) == ("2022-09-06", "2022-08-26")
    assert sum(day["counts"] for day in found["days"]) == 5
    assert {"date": "2022-08-29", "counts": False, "why": "Summer bank holiday"} in found["days"]


def test_a_notice_can_be_counted_without_a_library(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notice", "2022-07-05"]) == 0
    assert "27 June 2022" in capsys.readouterr().out


def test_an_import_is_previewed_taken_known_and_taken_back(line: Line, tmp_path: Path) -> None:
    file = a_workbook(tmp_path / "m.xlsx", MEMBERS, [("John Ashton", "Director", "Member")])
    preview = line.json("import", "members", file, "--dry-run")
    assert (preview["applied"], preview["step"], preview["added"]) == (False, None, 1)
    assert line.json("list", "people")["people"] == []
    taken = line.json("import", "members", file)
    assert (taken["kind"], taken["applied"], taken["added"], taken["rejected"]) == ("members", True, 1, [])
    assert taken["rows"][0]["state"] == "added"
    again = line.json("import", "members", file)
    assert (again["applied"], again["unchanged"], again["step"]) == (True, 1, None)
    assert line("undo") == 0
    assert line.json("list", "people")["people"] == []
    assert line("redo") == 0
    assert line.json("list", "people")["people"][0]["role"] == "member"


def test_a_rejected_row_stops_all_unless_partial(line: Line, tmp_path: Path) -> None:
    rows = [("050722/01", "Circulate", "Amy Plank", "", "", ""), ("050722/02", "Add", "??", "", "", "")]
    file = a_workbook(tmp_path / "log.xlsx", ACTIONS, rows, sheet="Action Log")
    assert line("import", "actions", file) == 3
    refused = line.json("import", "actions", file)
    assert refused["applied"] is False
    assert {
        "sheet": "Action Log",
        "row": 3,
        "cell": "C3",
        "field": "owners",
        "value": "??",
    }.items() <= refused["rejected"][0].items()
    assert line("import", "actions", file, "--partial") == 0
    assert [action["number"] for action in line.json("list", "actions")["actions"]] == ["050722/01"]


def test_what_is_no_workbook_is_refused_in_a_sentence(line: Line, tmp_path: Path) -> None:
    (tmp_path / "log.xlsx").write_bytes(b"nothing of the kind")
    assert line("import", "actions", tmp_path / "log.xlsx") == 3
    refused = line.json("import", "actions", tmp_path / "log.xlsx")
    assert refused["applied"] is False
    assert refused["refused"]
    assert line("import", "actions", tmp_path / "missing.xlsx") == 3


def test_where_two_sheets_fit_it_asks(line: Line, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("A", "B"):
        sheet = book.create_sheet(name)
        sheet.append(ACTIONS)
        sheet.append(["050722/01", f"From {name}", "Amy Plank", "", "", ""])
    book.remove(book.worksheets[0])
    book.save(tmp_path / "log.xlsx")
    asked = line.json("import", "actions", tmp_path / "log.xlsx")
    assert (asked["applied"], asked["choose"]) == (False, {"what": "sheet", "options": ["A", "B"]})
    assert line("import", "actions", tmp_path / "log.xlsx") == 3
    assert line("import", "actions", tmp_path / "log.xlsx", "--sheet", "B") == 0
    assert line.json("list", "actions")["actions"][0]["text"] == "From B"


def test_with_several_boards_the_board_must_be_said(line: Line, tmp_path: Path) -> None:
    line("board", "new", "WNHWB", "--name", "West")
    file = a_workbook(tmp_path / "m.xlsx", MEMBERS, [("John Ashton", "Director", "Member")])
    assert line("import", "members", file) == 2
    assert "NNHWB, WNHWB" in line.err
    assert line("import", "members", file, "--board", "EAST") == 3


def test_an_agenda_makes_its_meeting(line: Line, tmp_path: Path) -> None:
    file = a_workbook(tmp_path / "a.xlsx", AGENDA, [("010", "Grant", "A/ B", "1.30", "5 - 16")])
    assert line("import", "agenda", file, "--meeting", SEPTEMBER) == 0
    item = line.json("list", "items", "--meeting", SEPTEMBER)["items"][0]
    expected = {
        "number": "010",
        "subject": "Grant",
        "presenters": ["A", "B"],
        "time": "13:30",
        "kind": "paper",
        "pages": "5 - 16",
        "exempt": "",
    }
    assert expected.items() <= item.items()


def test_what_blocks_is_3(sample: Line) -> None:
    assert sample("check", SEPTEMBER, "--today", "2022-08-24") == 0
    found = sample.json("check", SEPTEMBER, "--today", "2022-08-30")
    assert found["findings"][0]["severity"] == "block"
    assert {"rule", "severity", "sheet", "cell", "where", "message"} <= found["findings"][0].keys()
    assert sample("check", SEPTEMBER, "--today", "2022-08-30") == 3


def test_promises_without_an_action_are_listed(sample: Line) -> None:
    found = sample.json("reconcile", "NNHWB", "--meeting", "NNHWB/2022-07-05")
    assert [each["place"] for each in found["commitments"]] == ["Minute 29", "Minute 33 2)"]


def test_promises_of_another_boards_meeting_are_refused(sample: Line) -> None:
    assert sample("reconcile", "NNHWB", "--meeting", "PDG/2022-07-14") == 3
    assert "PDG/2022-07-14 is no meeting of NNHWB" in sample.err


def test_words_are_found(sample: Line) -> None:
    hits = sample.json("search", "vaccine", "hesitancy", "--board", "NNHWB")["hits"]
    assert {"kind", "ref", "board", "date", "snippet", "rank"} <= hits[0].keys()
    assert "NNHWB/050722/03" in [hit["ref"] for hit in hits]


def test_history_tells_who_did_what_to_a_row(line: Line, tmp_path: Path) -> None:
    rows = [("050722/01", "Circulate", "Amy Plank", "", "", "")]
    line("import", "actions", a_workbook(tmp_path / "log.xlsx", ACTIONS, rows))
    change = line.json("history", "NNHWB/050722/01")["changes"][0]
    assert (change["label"], change["who"], change["table"]) == ("Import action log", "Cheryl Bird", "action")
    labels = [step["label"] for step in line.json("list", "changes")["changes"]]
    assert labels == ["Import action log", "Make board NNHWB"]
    assert line.json("list", "changes", "--year", "1999")["changes"] == []


@pytest.mark.parametrize("row", ["minute:99999", "nosuchtable:1"])
def test_the_history_of_what_never_was_is_refused(line: Line, row: str) -> None:
    assert line("history", row) == 3
    assert f"The journal knows nothing of {row}" in line.err


def test_a_row_that_no_store_can_number_is_refused(line: Line) -> None:
    assert line("history", f"minute:{2**63}") == 3
    assert "names no row" in line.err


@pytest.mark.parametrize("kind", ["people", "changes", "metrics"])
@pytest.mark.parametrize("narrowed", [("--board", "NOPE"), ("--meeting", "NNHWB/1999-01-01")])
def test_no_listing_is_narrowed_by_what_is_not_there(
    line: Line, kind: str, narrowed: tuple[str, str]
) -> None:
    assert line("list", kind, *narrowed) == 3


def test_nothing_to_undo_is_said_and_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = Line(tmp_path / "empty", capsys)
    typed("init", typed.folder)
    assert typed("undo") == 0
    assert "nothing to undo" in typed.err


@pytest.mark.parametrize(
    "words",
    [
        ("--library", "", "list", "boards"),
        ("list", "boards", "--library", ""),
        ("init", ""),
        ("restore", ""),
        ("import", "actions", ""),
        ("spc", ""),
        ("list", "boards", "--board", ""),
        ("export", "agenda", SEPTEMBER, "-o", ""),
        ("export", "agenda", "", "-o", "agenda.pdf"),
    ],
)
def test_an_empty_name_means_nothing(
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*words]) == 2
    assert "A name is empty here" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_variable_names_no_library(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOARDTOOL_LIBRARY", "")
    assert main(["list", "boards"]) == 4
    assert "Which library?" in capsys.readouterr().err


def test_the_program_speaks_utf8_through_a_pipe(sample: Line) -> None:
    words = [sys.executable, "-m", "boardtool", "--library", str(sample.folder), "list", "items", "--json"]
    done = subprocess.run(words, capture_output=True, check=True)
    items = json.loads(done.stdout.decode("utf-8"))["items"]
    assert any("\N{RIGHT SINGLE QUOTATION MARK}" in item["subject"] for item in items)


def test_without_a_command_the_window_opens(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[object, ...]] = []
    is_open = [False]
    app = ModuleType("boardtool.app")

    def run_window(folder: object, *, who: str, start_at: object = None) -> int:
        opened.append((folder, who, start_at))
        return 0

    monkeypatch.setattr(app, "run_window", run_window, raising=False)
    monkeypatch.setattr(app, "come_forward", lambda _folder, _at=None: is_open[0], raising=False)
    monkeypatch.setitem(sys.modules, "boardtool.app", app)
    assert line() == 0
    line("meeting", "new", "NNHWB", "2022-09-06")
    assert line("live", SEPTEMBER) == 0
    assert opened == [
        (line.folder, "Cheryl Bird", None),
        (line.folder, "Cheryl Bird", Place("live", ref=SEPTEMBER)),
    ]
    assert line("live", "NNHWB/2022-12-06") == 3
    is_open[0] = True
    assert (line(), line("live", SEPTEMBER)) == (0, 0)
    assert line.err == "boardtool has this library open already: its window has come forward.\n"
    assert len(opened) == 2


def test_a_file_that_cannot_be_read_is_5(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(*_a: object, **_k: object) -> None:
        raise PermissionError(13, "Permission denied", "papers/grant.pdf")

    monkeypatch.setattr("boardtool.data.history.recent", unreadable)
    assert line("history") == 5
    assert line.err == "papers/grant.pdf: Permission denied. Nothing was half-written.\n"


def test_an_output_that_cannot_be_written_is_5(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_a: object, **_k: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("boardtool.data.history.recent", full)
    assert line("history") == 5
    assert line.err == "The machine is in trouble: No space left on device. Nothing was half-written.\n"


def test_the_built_program_reads_workbooks_for_itself() -> None:
    assert program.READ_WORKBOOK == opening.READ_WORKBOOK
    words = [sys.executable, "-m", "boardtool", opening.READ_WORKBOOK]
    asked = json.dumps({"path": "/no/such/log.xlsx"}).encode() + b"\n"
    done = subprocess.run(words, input=asked, capture_output=True, check=True)
    assert "refused" in json.loads(done.stdout)


def test_a_reader_that_has_enough_is_no_defect(sample: Line) -> None:
    words = [sys.executable, "-m", "boardtool", "--library", str(sample.folder), "list", "minutes", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.readline()
        reading.stdout.close()
        assert reading.stderr.read() == b""
    assert reading.returncode == 0


def test_a_run_that_is_stopped_says_so(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_a: object, **_k: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("boardtool.data.history.recent", stopped)
    assert line("history") == 130
    assert line.err == "Stopped. Nothing was half-written.\n"


def test_a_command_loads_only_what_it_needs(tmp_path: Path) -> None:
    check = (
        "import sys; from boardtool.cli import main; main(['notice', '2022-09-06']); "
        "heavy = {'PySide6', 'sqlalchemy', 'openpyxl', 'docx', 'typst', 'lxml'} & set(sys.modules); "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    nowhere = {**os.environ, "BOARDTOOL_LIBRARY": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", check], check=False, capture_output=True, env=nowhere)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_store_names_who_acted(line: Line) -> None:
    with closing(sqlite3.connect(line.folder / "board.db")) as library:
        assert library.execute("select distinct who from step").fetchall() == [("Cheryl Bird",)]
