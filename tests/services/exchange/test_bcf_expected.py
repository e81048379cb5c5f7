"""Each sample workbook of the Better Care Fund is taken in to the whole of what is written beside it.

What the import gives is told once in the shape of those files, from the library and, where the library keeps
no places, from the reading; then the two are held against each other, every key. The few keys that are of
no import are named below, each with its reason.
"""

from __future__ import annotations

import json
from datetime import date
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

import pytest
from tests.builders import a_board

from boardtool.data.bcf import plans, returns
from boardtool.data.bcf.national import lists_of
from boardtool.data.excel.bcf.plan import ReadPlan, read_plan
from boardtool.data.excel.bcf.words import board_cell
from boardtool.data.excel.opening import open_workbook, stop_reader
from boardtool.data.excel.workbook import column_number
from boardtool.domain.bcf.areas import area_of
from boardtool.domain.bcf.returns_shape import return_shape
from boardtool.domain.bcf.shapes import in_pounds, income_shape, line_shape
from boardtool.domain.bcf.totals import ring_fences, totals
from boardtool.domain.imports import Choose
from boardtool.services.exchange.importing import FileRead, read, take
from boardtool.services.exchange.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from boardtool.data.excel.workbook import Sheet, Workbook
    from boardtool.data.store import Store
    from boardtool.domain.bcf.lists import YearLists
    from boardtool.domain.bcf.plans import MetricPlan, MetricValue, WholePlan

    Facts = Mapping[str, Any]

PLANS = (
    "North Northamptonshire HWB BCF planning 2022-23",
    "West Northamptonshire HWB BCF planning 2023-25",
    "BCF Planning Template 2022-23 (layout)",
    "BCF Planning Template 2023-25 (layout)",
)
RETURN = "North Northamptonshire HWB BCF end of year return 2022-23"
TODAY = date(2022, 9, 26)
NEAR = 0.0001

OF_NO_IMPORT = {  # by path
    "/kind": "the person says which kind is imported",
    "/quirks": "remarks for people on how the sample was made; they stand in no cell",
    "/layout/last_formatted_row": "empty rows that only have a look hold nothing to import",
    "/layout/running_balances/*/balance": "a subtraction, worked out here from both sides",
    "/layout/required_spend/*/under": "likewise",
    "/workbook_shows/*/balances/*/balance": "likewise",
}
COLUMNS = {  # ours: theirs
    "source": "source_of_funding",
    "expenditure": "exp_1",
    "expenditure_2": "exp_2",
    "outputs": "out_1",
    "outputs_2": "out_2",
    "share_of_spend": "pct_overall",
}
FENCES = {"out_of_hospital": "nhs_out_of_hospital", "adult_social_care": "adult_social_care"}


@pytest.fixture(scope="module", autouse=True)
def _reader() -> Iterator[None]:
    yield
    stop_reader()


def taken(store: Store, kind: str, file: Path) -> None:
    found = read(kind, Request(file))
    assert isinstance(found, FileRead)
    report = take(store, found, today=TODAY)
    assert report.rejected == ()


def a_library(store: Store, name: str) -> None:
    """The board that a sample is of; an empty layout names none, and goes to the only one."""
    area = name.partition(" HWB")[0] if " HWB" in name else "Somewhere"
    a_board(store, name=f"{area} Health and Wellbeing Board")


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_is_taken_in_whole(store: Store, reference: Path, name: str) -> None:
    file = reference / "bcf" / f"{name}.xlsx"
    expected = json.loads(file.with_suffix(".expected.json").read_text(encoding="utf-8"))
    a_library(store, name)
    taken(store, "bcf", file)
    with store.reading() as reading:
        (plan,) = plans.every(reading)
        whole = plans.whole(reading, plan.id)
    workbook = open_workbook(file)
    again = read_plan(workbook)
    assert not isinstance(again, Choose)
    got = plan_as_written(whole, lists_of(plan.year, None), workbook, again)
    if expected["board"] is None:  # an empty layout: its cell for the board holds nothing to find it by
        assert got.pop("board") == "Somewhere"
        assert [got["layout"].pop(name) for name in ("cover_sheet", "board_cell")] == [None, None]
        del expected["board"], expected["layout"]["cover_sheet"], expected["layout"]["board_cell"]
    assert list(differences(got, without(expected))) == []


def test_a_return_is_taken_in_whole(store: Store, reference: Path) -> None:
    file = reference / "bcf" / f"{RETURN}.xlsx"
    expected = json.loads(file.with_suffix(".expected.json").read_text(encoding="utf-8"))
    a_library(store, RETURN)
    taken(store, "bcf", reference / "bcf" / f"{PLANS[0]}.xlsx")  # it tells whose the discharge money is
    taken(store, "return", file)
    with store.reading() as reading:
        (plan,) = plans.every(reading)
        (made,) = returns.of_plan(reading, plan.id)
        got = return_shape(made, plans.whole(reading, plan.id), lists_of(plan.year, None))
    assert (expected.pop("totals"), expected.pop("ringfences")) == (None, None)
    wanted = without(expected)
    assert list(differences(as_far_as_written(got, wanted), wanted)) == []
    assert got["fees_comment"] == "Care homes: late invoices of March 2022 are now in the average."


def without(expected: object, path: str = "") -> object:
    """What is written, but for the keys that are of no import."""
    if isinstance(expected, list):
        return [without(one, path) for one in expected]
    if not isinstance(expected, dict):
        return expected
    return {
        name: without(value, f"{path}/{name}")
        for name, value in expected.items()
        if not any(fnmatch(f"{path}/{name}", pattern) for pattern in OF_NO_IMPORT)
    }


def differences(got: object, wanted: object, path: str = "") -> Iterator[str]:
    """Where what we have is not what is written: texts trimmed, numbers within their tolerance, every key."""
    if isinstance(wanted, dict) and isinstance(got, dict):
        for name in wanted.keys() | got.keys():
            yield from differences(got.get(name, "no key"), wanted.get(name, "no key"), f"{path}/{name}")
    elif isinstance(wanted, list) and isinstance(got, list) and len(got) == len(wanted):
        for place, (one, other) in enumerate(zip(got, wanted, strict=True)):
            yield from differences(one, other, f"{path}/{place}")
    elif isinstance(wanted, str) and isinstance(got, str):
        if got.strip() != wanted.strip():
            yield f"{path}: {got!r} is not {wanted!r}"
    elif got != (pytest.approx(wanted, abs=NEAR) if isinstance(wanted, float) else wanted):
        yield f"{path}: {got!r} is not {wanted!r}"


def as_far_as_written(got: object, wanted: object) -> object:
    """The keys that are written too: of a return we say more than the file asks for, such as its deadline."""
    if isinstance(wanted, dict) and isinstance(got, dict):
        return {name: as_far_as_written(got[name], part) for name, part in wanted.items() if name in got}
    if isinstance(wanted, list) and isinstance(got, list) and len(got) == len(wanted):
        return [as_far_as_written(one, part) for one, part in zip(got, wanted, strict=True)]
    return got


def plan_as_written(
    whole: WholePlan, lists: YearLists, workbook: Workbook, again: ReadPlan
) -> dict[str, Any]:
    """A plan of the library in the shape of the files of what is expected."""
    plan = whole.plan
    fences = fences_of(whole, lists)
    first = fences[plan.periods[0]]
    return {
        "file": plan.file,
        "board": area_of(plan.board),
        "year": plan.year,
        "plan_years": list(plan.periods),
        "income": [
            {
                **{key: value for key, value in income_shape(one, plan.periods).items() if key != "unread"},
                "cells": list(row.refs),
            }
            for one, row in zip(whole.income, again.income.rows, strict=True)
        ],
        "schemes": [line_as_written(shape, lists) for shape in lines_of(whole)],
        "totals": totals_of(whole),
        "ringfences": first if len(plan.periods) == 1 else {**first, "by_year": fences},
        "metrics": [metric_as_written(metric, again) for metric in whole.metrics],
        "conditions": [
            {
                "code": one.code,
                "theme": one.theme,
                "requirement": one.requirement,
                "answer": one.answer or None,
                "supporting": one.supporting or None,
                "actions": one.actions or None,
                "timeframe": one.timeframe or None,
                "cell": f"{again.conditions.columns['answer']}{one.row}",
            }
            for one in whole.conditions
        ],
        "layout": layout_of(whole, workbook, again),
        "workbook_shows": shown_by(again),
    }


def lines_of(whole: WholePlan) -> list[dict[str, Any]]:
    return [dict(line_shape(line, whole.plan.periods)) for line in whole.lines]


def line_as_written(shape: dict[str, Any], lists: YearLists) -> dict[str, Any]:
    """A line without what only we keep of it (tags, officer, pooling), all of which is empty yet."""
    ours = ("primary_objective", "previous_expenditure", "comment", "pooling", "lead_commissioner", "officer")
    assert [shape.pop(name) for name in ours] == [None] * len(ours)
    assert [shape.pop(name) for name in ("tags", "notes", "unread")] == [[], {}, {}]
    if not lists.rules.outputs:
        assert set(shape.pop("outputs_by_year").values()) == {None}
        assert shape.pop("percent_of_overall_spend") is None
    elif set(shape["outputs_by_year"].values()) == {None}:
        shape["outputs_by_year"] = None  # so it is written where a type has no unit
    return shape


def totals_of(whole: WholePlan) -> dict[str, Any]:
    periods = range(len(whole.plan.periods))
    by_year = {
        whole.plan.periods[place]: {
            "schemes": len(whole.lines),
            "expenditure": in_pounds(sum(line.amount(place) for line in whole.lines)),
            "by_source": sums(whole, "source", place),
            "by_scheme_type": sums(whole, "scheme_type", place),
            "income": in_pounds(sum(one.in_period(place) for one in whole.income)),
        }
        for place in periods
    }
    first = {
        **by_year[whole.plan.periods[0]],
        "distinct_scheme_ids": len({line.scheme_id for line in whole.lines}),
    }
    return first if len(periods) == 1 else {**first, "by_year": by_year}


def sums(whole: WholePlan, by: str, place: int) -> dict[str, float | None]:
    return {name: in_pounds(pence) for name, pence in totals(whole.lines, by, period=place).items()}


def fences_of(whole: WholePlan, lists: YearLists) -> dict[str, dict[str, Any]]:
    """Both ring-fences in every plan year."""
    plan = whole.plan
    return {
        year: {
            FENCES[fence.key]: {"minimum": in_pounds(fence.minimum), "planned": in_pounds(fence.planned)}
            for fence in ring_fences(
                lists, whole.lines, (plan.out_of_hospital, plan.adult_social_care), period=place
            )
        }
        for place, year in enumerate(plan.periods)
    }


def metric_as_written(metric: MetricPlan, again: ReadPlan) -> dict[str, Any]:
    cells = next(one.cells for one in again.metrics.metrics if one.words.key == metric.key)
    return {
        "code": metric.code,
        "key": metric.key,
        "name": metric.name,
        "unit": metric.unit,
        "direction": metric.direction,
        "values": [value_as_written(value) for value in metric.values],
        "rationale": metric.rationale or None,
        "rationale_cell": cells["rationale"],
        "local_plan": metric.local_plan or None,
        "local_plan_cell": cells["local_plan"],
    }


def value_as_written(value: MetricValue) -> dict[str, Any]:
    figures = ("value", "numerator", "denominator")
    return {
        "period": value.period,
        "kind": value.kind,
        **{name: None if (one := getattr(value, name)) is None else float(one) for name in figures},
        "cell": value.cell,
    }


def layout_of(whole: WholePlan, workbook: Workbook, again: ReadPlan) -> dict[str, Any]:
    """Where things stand, as the plan keeps it; headings are read where it says that they are."""
    sheets = whole.plan.places.sheets
    cover = board_cell(workbook)
    table = workbook.sheet(sheets["schemes"])
    assert table is not None
    columns = {COLUMNS.get(name, name): letters for name, letters in whole.plan.places.columns.items()}
    header = again.schemes.header_row
    refs = again.above.refs
    return {
        "cover_sheet": None if cover is None else cover[0].name,
        "board_cell": None if cover is None else cover[1].ref,
        "income_sheet": sheets["income"],
        "expenditure_sheet": sheets["schemes"],
        "metrics_sheet": sheets["metrics"],
        "conditions_sheet": sheets["conditions"],
        "header_row": header,
        "header_rows": len({header}),
        "first_data_row": header + 1,
        "columns": columns,
        "headers": {name: heading(table, letters, header) for name, letters in columns.items()},
        "running_balances": {
            source: pairs(refs["income", source], refs["spend", source], "income", "expenditure")
            for table_name, source in refs
            if table_name == "income"
        },
        "required_spend": {
            short: pairs(refs["minimums", fence], refs["planned", fence], "minimum", "planned")
            for short, fence in (("ooh", "out_of_hospital"), ("asc", "adult_social_care"))
        },
    }


def heading(table: Sheet, letters: str, row: int) -> str:
    return str(table.row(row)[column_number(letters)].text).strip()


def pairs(ones: Sequence[str], others: Sequence[str], one: str, other: str) -> list[dict[str, str]]:
    return [{one: first, other: second} for first, second in zip(ones, others, strict=True)]


def shown_by(again: ReadPlan) -> dict[str, Any]:
    """What the workbook's own running balances and required spend show."""
    above = again.above
    return {
        year: {
            "balances": {
                source: {
                    "income": in_pounds(above.income[source][place]),
                    "expenditure": in_pounds(above.spend[source][place]),
                }
                for source in above.income
            },
            "required_spend": {
                FENCES[fence]: in_pounds(above.planned[fence][place]) for fence in above.planned
            },
        }
        for place, year in enumerate(again.lists.periods)
    }
