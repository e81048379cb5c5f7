"""The commands on performance keep the contract: spc as the reference has it, metrics in, listed and out."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.domain.performance.reference_cases import Case, differences, xmr_cases

from boardtool.cli import main
from boardtool.data.excel import opening

HEADS = "metric,area,period,value,target"


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("BOARDTOOL_LIBRARY", raising=False)
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_a, **_k: tmp_path / "config")
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_a, **_k: tmp_path / "log")
    yield
    opening.stop_reader()


Answer = Callable[..., tuple[int, Mapping[str, Any]]]


@pytest.fixture
def answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Answer:
    """A command with --json on a library of the test: its exit code, and the one object that it printed."""

    def run(*words: str | Path) -> tuple[int, Mapping[str, Any]]:
        code = main(["--library", str(tmp_path / "library"), *map(str, words), "--json"])
        out, _ = capsys.readouterr()
        shown: Mapping[str, Any] = json.loads(out)
        return code, shown

    return run


def typed(case: Case, file: Path) -> list[str]:
    """The line that asks for a case, whose series is put in a file."""
    given = case["input"]
    rows = [
        f"{day},{'' if value is None else repr(value)}"
        for day, value in zip(given["dates"], given["values"], strict=True)
    ]
    file.write_text("\n".join(("date,value", *rows)), encoding="utf-8")
    line = ["spc", str(file), "--improvement", given["improvement_direction"]]
    if given["target"] is not None:
        line += ["--target", str(given["target"])]
    for day in given["rebase_dates"]:
        line += ["--rebase", day]
    if given["fix_after_n_points"] is not None:
        line += ["--fix-after", str(given["fix_after_n_points"])]
    return line if given["screen_outliers"] else [*line, "--no-screening"]


def test_the_command_answers_every_public_case(reference: Path, tmp_path: Path, answer: Answer) -> None:
    for case in xmr_cases(reference):
        code, shown = answer(*typed(case, tmp_path / "series.csv"))
        assert differences(case, shown) == [], case["id"]
        assert code == (3 if shown["error"] else 0)


def test_a_target_column_goes_before_the_option(tmp_path: Path, answer: Answer) -> None:
    file = tmp_path / "series.csv"
    rows = [f"2021-{number:02d}-01,{95 + number % 2},80" for number in range(1, 13)]
    file.write_text("\n".join(("date,value,target", *rows)), encoding="utf-8")
    _, shown = answer("spc", file, "--target", "200")
    assert shown["assurance"] == "consistent_pass"


@pytest.mark.parametrize(
    ("row", "error"), [("2021-05-01,lots", "value_not_numeric"), ("2021-04-01,3", "duplicate_dates")]
)
def test_a_series_that_cannot_be_judged_is_an_error_with_its_code(
    tmp_path: Path, answer: Answer, row: str, error: str
) -> None:
    file = tmp_path / "series.csv"
    file.write_text(f"date,value\n2021-04-01,3\n{row}\n", encoding="utf-8")
    code, shown = answer("spc", file)
    assert (code, shown["error"]) == (3, error)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("day,figure\n1,2\n", "headings date and value"),
        ("date,value\nsoon,2\n", "A2"),
        ("date,value\n,2\n", "Row 2 has no date"),
        ("", "The file is empty"),
    ],
)
def test_a_file_that_is_no_series_is_refused(tmp_path: Path, answer: Answer, text: str, words: str) -> None:
    file = tmp_path / "series.csv"
    file.write_text(text, encoding="utf-8")
    code, shown = answer("spc", file)
    assert code == 3
    assert words in shown["error"]


def test_headings_without_a_row_are_no_series(tmp_path: Path, answer: Answer) -> None:
    file = tmp_path / "series.csv"
    file.write_text("date,value\n", encoding="utf-8")
    code, shown = answer("spc", file)
    assert (code, shown["error"]) == (3, "no_points")
    assert shown["message"] == "series.csv has the headings date and value, but no row under them."


@pytest.mark.parametrize("kind", ["minutes", "metrics", "actions", "bcf"])
def test_a_folder_is_said_to_be_one(tmp_path: Path, answer: Answer, kind: str) -> None:
    assert main(["init", str(tmp_path / "library")]) == 0
    assert main(["--library", str(tmp_path / "library"), "board", "new", "NNHWB", "--name", "North"]) == 0
    (tmp_path / "papers").mkdir()
    code, shown = answer("import", kind, tmp_path / "papers", "--board", "NNHWB")
    assert (code, shown["applied"]) == (3, False)
    assert "papers" in shown["refused"]
    assert "is a folder, not a file: name the file in it." in shown["refused"]


def test_without_json_the_command_says_it_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "series.csv"
    rows = [f"2021-{number:02d}-01,{94 + number % 2}" for number in range(1, 13)]
    file.write_text("\n".join(("date,value", *rows, "2022-01-01,80")), encoding="utf-8")
    assert main(["spc", str(file), "--rebase", "2021-05-02"]) == 0
    out, err = capsys.readouterr()
    assert "below the lower limit: concern" in out
    assert "The latest point is below the lower limit: getting worse." in out
    assert "XmR chart; limits: mean" in out
    assert "No point is dated 2021-05-02" in err


def test_metrics_go_in_are_listed_and_come_out(tmp_path: Path, answer: Answer) -> None:
    assert main(["init", str(tmp_path / "library")]) == 0
    assert main(["--library", str(tmp_path / "library"), "board", "new", "NNHWB", "--name", "North"]) == 0
    file = tmp_path / "figures.csv"
    file.write_text(
        f"{HEADS}\n"
        "discharge_usual_place,North,2022-05,95.0,95.1\n"
        "discharge_usual_place,North,2022-06,95.3,95.1\n",
        encoding="utf-8",
    )
    code, preview = answer("import", "metrics", file, "--board", "NNHWB", "--dry-run")
    assert (code, preview["applied"], preview["added"]) == (0, False, 2)
    code, report = answer("import", "metrics", file, "--board", "NNHWB", "--area", "North")
    assert (code, report["applied"], report["added"]) == (0, True, 2)
    assert answer("import", "metrics", file, "--board", "NNHWB")[1]["unchanged"] == 2
    [metric] = answer("list", "metrics", "--board", "NNHWB")[1]["metrics"]
    assert {name: metric[name] for name in ("key", "unit", "direction", "frequency", "target")} == {
        "key": "discharge_usual_place",
        "unit": "%",
        "direction": "increase",
        "frequency": "monthly",
        "target": 95.1,
    }
    seen = answer("list", "observations", "--board", "NNHWB", "--year", "2022")[1]["observations"]
    assert [
        (each["metric"], each["area"], each["period"], each["value"], each["target"]) for each in seen
    ] == [
        ("discharge_usual_place", "North", "2022-05", 95.0, 95.1),
        ("discharge_usual_place", "North", "2022-06", 95.3, 95.1),
    ]
    assert seen[0]["provisional"] is False
    assert answer("list", "observations", "--year", "2021")[1]["observations"] == []
    for words in (
        ("metrics", "NNHWB", "-o", tmp_path / "m.xlsx"),
        ("metrics", "-o", tmp_path / "m.csv"),
        ("scorecard", "NNHWB", "-o", tmp_path / "s.pdf"),
        ("chart", "NNHWB/discharge_usual_place", "-o", tmp_path / "c.svg"),
    ):
        code, written = answer("export", *words)
        assert (code, Path(written["file"]).is_file()) == (0, True), words
    assert (
        main(["--library", str(tmp_path / "library"), "export", "chart", "-o", str(tmp_path / "c.svg")]) == 2
    )


def test_a_foreign_file_is_refused_and_nothing_is_changed(
    tmp_path: Path, reference: Path, answer: Answer
) -> None:
    assert main(["init", str(tmp_path / "library")]) == 0
    code, shown = answer("import", "metrics", reference / "pack" / "action-log-2022-09-06.xlsx")
    assert (code, shown["applied"]) == (3, False)
    assert shown["refused"].startswith("No table of figures was found")
