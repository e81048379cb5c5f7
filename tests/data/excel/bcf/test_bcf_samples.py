"""Each sample workbook is read to exactly what is written beside it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from boardtool.data.excel.bcf.plan import ReadPlan, read_plan
from boardtool.data.excel.bcf.return_rows import ReadReturn
from boardtool.data.excel.bcf.returns import read_return
from boardtool.data.excel.opening import open_workbook, stop_reader
from boardtool.domain.bcf.returns import Part
from boardtool.domain.imports import Choose

PLANS = (
    "North Northamptonshire HWB BCF planning 2022-23",
    "West Northamptonshire HWB BCF planning 2023-25",
    "BCF Planning Template 2022-23 (layout)",
    "BCF Planning Template 2023-25 (layout)",
)
RETURN = "North Northamptonshire HWB BCF end of year return 2022-23"
WORDS = (
    *("scheme_id", "name", "description", "scheme_type", "sub_type", "type_other", "area_of_spend"),
    *("area_other", "commissioner", "provider", "new_existing", "unit"),
)
NEAR = 0.0001

Expected = Mapping[str, Any]


@pytest.fixture(scope="module", autouse=True)
def _reader() -> Iterator[None]:
    yield
    stop_reader()


@pytest.fixture(params=PLANS)
def plan(request: pytest.FixtureRequest, reference: Path) -> tuple[ReadPlan, Expected]:
    folder = reference / "bcf"
    read = read_plan(open_workbook(folder / f"{request.param}.xlsx"))
    assert not isinstance(read, Choose)
    return read, json.loads((folder / f"{request.param}.expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def made(reference: Path) -> tuple[ReadReturn, Expected]:
    folder = reference / "bcf"
    read = read_return(open_workbook(folder / f"{RETURN}.xlsx"))
    return read, json.loads((folder / f"{RETURN}.expected.json").read_text(encoding="utf-8"))


def pounds(pence: int | None) -> float | None:
    return None if pence is None else pence / 100


def number(value: Decimal | str | None) -> float | None:
    return None if value is None else float(value)


def words(text: object) -> object:
    return (text.strip() or None) if isinstance(text, str) else text


def by_year(values: Mapping[str, Any], name: str, years: Sequence[str]) -> dict[str, Any]:
    return {year: values.get(f"{name}_2" if place else name) for place, year in enumerate(years)}


def test_the_board_the_year_and_the_place_of_the_table(plan: tuple[ReadPlan, Expected]) -> None:
    read, expected = plan
    assert (read.board or None, read.lists.year) == (expected["board"], expected["year"])
    assert read.schemes.header_row == expected["layout"]["header_row"]
    assert list(read.lists.periods) == expected["plan_years"]


def test_every_scheme_line(plan: tuple[ReadPlan, Expected]) -> None:
    read, expected = plan
    years = read.lists.periods
    got = [
        {
            **{name: words(row.values.get(name)) for name in WORDS},
            "source_of_funding": row.values["source"],
            "nhs_share": number(row.values["nhs_share"]),
            "la_share": number(row.values["la_share"]),
            "expenditure": {year: pounds(p) for year, p in by_year(row.values, "expenditure", years).items()},
            "outputs": {year: number(n) for year, n in by_year(row.values, "outputs", years).items()},
            "row": row.row,
        }
        for row in read.schemes.rows
    ]
    wanted = [
        {
            **{name: words(line[name]) for name in WORDS},
            "source_of_funding": line["source_of_funding"],
            "nhs_share": line["nhs_share"],
            "la_share": line["la_share"],
            "expenditure": line["expenditure_by_year"],
            "outputs": line.get("outputs_by_year") or dict.fromkeys(years),
            "row": line["row"],
        }
        for line in expected["schemes"]
    ]
    assert got == wanted
    assert all(not row.values["unread"] for row in read.schemes.rows)


def test_every_contribution(plan: tuple[ReadPlan, Expected]) -> None:
    read, expected = plan
    years = read.lists.periods
    got = [
        (
            row.values["source"],
            row.values["body"],
            {year: pounds(pence) for year, pence in by_year(row.values, "amount", years).items()},
            words(row.values["comment"]),
            list(row.refs),
        )
        for row in read.income.rows
    ]
    assert got == [
        (one["source"], one["body"], one["amount_by_year"], words(one["comment"]), one["cells"])
        for one in expected["income"]
    ]


def test_every_metric(plan: tuple[ReadPlan, Expected]) -> None:
    read, expected = plan
    assert len(read.metrics.metrics) == len(expected["metrics"])
    for metric, wanted in zip(read.metrics.metrics, expected["metrics"], strict=True):
        assert (metric.code, metric.words.key, metric.name) == (wanted["code"], wanted["key"], wanted["name"])
        assert (metric.words.unit, metric.words.direction) == (wanted["unit"], wanted["direction"])
        assert (words(metric.rationale), words(metric.local_plan)) == (
            wanted["rationale"],
            wanted["local_plan"],
        )
        for figure, value in zip(metric.figures, wanted["values"], strict=True):
            assert (figure.period, figure.kind, figure.cell) == (
                value["period"],
                value["kind"],
                value["cell"],
            )
            for name in ("value", "numerator", "denominator"):
                assert number(getattr(figure, name)) == pytest.approx(value[name], abs=NEAR)


def test_every_condition(plan: tuple[ReadPlan, Expected]) -> None:
    read, expected = plan
    names = ("code", "theme", "requirement", "answer", "supporting", "actions", "timeframe")
    got = [{name: words(row.values[name]) for name in names} for row in read.conditions.rows]
    assert got == [{name: words(one[name]) for name in names} for one in expected["conditions"]]


def test_what_must_be_spent(plan: tuple[ReadPlan, Expected]) -> None:
    read, expected = plan
    for ours, theirs in (
        ("out_of_hospital", "nhs_out_of_hospital"),
        ("adult_social_care", "adult_social_care"),
    ):
        wanted = expected["ringfences"][theirs]
        assert pounds(read.above.minimums[ours][0]) == wanted["minimum"]
        assert pounds(read.above.planned[ours][0]) == wanted["planned"]


def test_the_workbooks_own_balances(plan: tuple[ReadPlan, Expected]) -> None:
    read, expected = plan
    for place, year in enumerate(read.lists.periods):
        for source, shown in expected["workbook_shows"][year]["balances"].items():
            assert pounds(read.above.income[source][place]) == shown["income"]
            assert pounds(read.above.spend[source][place]) == shown["expenditure"]


def test_which_return_it_is(made: tuple[ReadReturn, Expected]) -> None:
    read, expected = made
    assert (read.board, read.year, read.name) == (expected["board"], expected["year"], expected["return"])


def test_the_money_of_the_return(made: tuple[ReadReturn, Expected]) -> None:
    read, expected = made
    got = [
        (
            entry.values["code"],
            entry.values["label"],
            pounds(entry.values["planned"]),
            pounds(entry.values["actual"]),
            words(entry.values.get("answer")),
            words(entry.values.get("words")),
        )
        for entry in read.entries
        if entry.part is Part.INCOME
    ]
    assert got == [
        (one["source"], one["label"], one["planned"], one["actual"], one["changed"], one["comment"])
        for one in expected["income"]
    ]
    spend = expected["expenditure"]
    assert pounds(read.facts["spend_planned"]) == spend["planned"]
    assert pounds(read.facts["spend_actual"]) == spend["actual"]
    assert (read.facts["spend_changed"], read.facts["spend_comment"]) == (spend["changed"], spend["comment"])
    assert read.facts["income_comment"] == expected["income_comment"]
    assert [
        (entry.values["label"], pounds(entry.values["planned"]), pounds(entry.values["actual"]))
        for entry in read.entries
        if entry.part is Part.DISCHARGE
    ] == [(one["label"], one["planned"], one["actual"]) for one in expected["discharge_fund"]]


def test_the_metrics_of_the_return(made: tuple[ReadReturn, Expected]) -> None:
    read, expected = made
    metrics = [entry for entry in read.entries if entry.part is Part.METRIC]
    assert len(metrics) == len(expected["metrics"])
    for entry, wanted in zip(metrics, expected["metrics"], strict=True):
        assert (entry.values["code"], entry.row) == (wanted["key"], wanted["row"])
        assert {period: float(figure) for period, figure in entry.values["figures"].items()} == pytest.approx(
            {one["period"]: one["value"] for one in wanted["planned"]}, abs=NEAR
        )
        assert entry.values["answer"] == wanted["progress"]
        assert (entry.values["words"], entry.values["more_words"]) == (
            wanted["challenges"],
            wanted["achievements"],
        )


def test_the_answers_of_the_return(made: tuple[ReadReturn, Expected]) -> None:
    read, expected = made

    def told(part: Part, *names: str) -> list[tuple[object, ...]]:
        return [
            tuple(words(entry.values.get(name)) for name in names)
            for entry in read.entries
            if entry.part is part
        ]

    assert told(Part.CONDITION, "code", "label", "answer", "words") == [
        (one["code"], one["requirement"], one["answer"], one["explanation"]) for one in expected["conditions"]
    ]
    assert told(Part.STATEMENT, "label", "answer", "words") == [
        (one["statement"], one["response"], one["comment"]) for one in expected["feedback"]
    ]
    assert [
        *told(Part.SUCCESS, "answer", "words"),
        *told(Part.CHALLENGE, "answer", "words"),
    ] == [(one["enabler"], one["text"]) for one in expected["successes_challenges"]]


def test_the_fees_of_the_return(made: tuple[ReadReturn, Expected]) -> None:
    read, expected = made
    fees = [entry for entry in read.entries if entry.part is Part.FEE]
    got = [{name: float(rate) for name, rate in entry.values["figures"].items()} for entry in fees]
    assert got == [
        {
            "reported_last_year": one["reported_last_year"],
            "last_year": one["last_year"],
            "this_year": one["this_year"],
        }
        for one in expected["fee_rates"]
    ]
