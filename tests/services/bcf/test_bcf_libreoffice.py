"""Every filled layout, worked out afresh by LibreOffice, shows the totals that the library says."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.builders import a_board

from boardtool.data.bcf import income, lines, plans, returns
from boardtool.data.bcf.national import lists_of
from boardtool.data.excel.bcf.layout import plan_layout
from boardtool.data.excel.bcf.plan import ReadPlan, read_plan
from boardtool.data.excel.opening import open_workbook, stop_reader
from boardtool.data.store import Store
from boardtool.domain.bcf.returns_fees import implied_uplift
from boardtool.domain.bcf.returns_pool import incomes
from boardtool.domain.bcf.totals import balances, ring_fences
from boardtool.domain.bcf.years import YEARS
from boardtool.domain.imports import Choose
from boardtool.services.bcf.publishing import export_plan, export_return
from boardtool.services.bcf.versions import copy_into_next_year
from boardtool.services.exchange.importing import FileRead, read, take
from boardtool.services.exchange.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from boardtool.domain.bcf.plans import WholePlan

SOFFICE = shutil.which("soffice")
TODAY = date(2022, 9, 6)
NATIONAL = {
    "2022-23": "BCF Planning Template 2022-23 (layout)",
    "2023-25": "BCF Planning Template 2023-25 (layout)",
}
RETURN = "North Northamptonshire HWB BCF end of year return 2022-23"
BOARDS = {"2021-22": "NNHWB", "2022-23": "NNHWB"}
LAYOUTS = [f"{year} {way}" for year in YEARS for way in ("without template", "into template")]
CCG = {
    "Minimum NHS Contribution": "Minimum CCG Contribution",
    "Additional NHS Contribution": "Additional CCG Contribution",
}

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine")


@dataclass
class WorkedOut:
    """A library with a plan of every year, and the folder of its workbooks as LibreOffice saved them."""

    store: Store
    folder: Path

    def whole(self, year: str) -> WholePlan:
        with self.store.reading() as reading:
            return plans.whole(reading, plans.by_ref(reading, ref_of(year)).id)

    def read(self, name: str) -> ReadPlan:
        found = read_plan(open_workbook(self.folder / f"{name}.xlsx"))
        assert not isinstance(found, Choose)
        return found


def ref_of(year: str) -> str:
    return f"{BOARDS.get(year, 'WNHWB')}/{year}"


@pytest.fixture(scope="module")
def worked_out(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkedOut]:
    folder = tmp_path_factory.mktemp("layouts")
    store = Store.make(folder / "library", who="Business Manager")
    a_plan_of_every_year(store, reference)
    written = [*exported_plans(store, reference, folder), *exported_returns(store, reference, folder)]
    saved = folder / "worked out"
    # One start of LibreOffice for all: starting it takes longer than working a workbook out.
    command = [
        str(SOFFICE),
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(saved),
    ]
    subprocess.run(
        [*command, *map(str, written)],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "HOME": str(folder)},
    )
    yield WorkedOut(store, saved)
    stop_reader()
    store.close()


def a_plan_of_every_year(store: Store, reference: Path) -> None:
    """The two samples; the years after them carried on, and the year before made from the first."""
    for code, area in (("NNHWB", "North"), ("WNHWB", "West")):
        a_board(store, code=code, name=f"{area} Northamptonshire Health and Wellbeing Board")
    for kind, name in (
        ("bcf", "North Northamptonshire HWB BCF planning 2022-23"),
        ("bcf", "West Northamptonshire HWB BCF planning 2023-25"),
        ("return", RETURN),
    ):
        found = read(kind, Request(reference / "bcf" / f"{name}.xlsx"))
        assert isinstance(found, FileRead)
        assert take(store, found, today=TODAY).applied
    with store.reading() as reading:
        plan_id = plans.by_ref(reading, "WNHWB/2023-25").id
        first = plans.whole(reading, plans.by_ref(reading, "NNHWB/2022-23").id)
    for _year in ("2024-25", "2025-26"):
        plan_id = copy_into_next_year(store, plan_id=plan_id).plan_id
        with store.step("Type minimums") as step:
            plans.change(
                step, plan_id, out_of_hospital=(9_000_000_00, None), adult_social_care=(8_000_000_05, None)
            )
    with store.step("Enter the plan of the year before") as step:
        plan_id = plans.add(
            step,
            board_id=first.plan.board_id,
            year="2021-22",
            out_of_hospital=(12_000_000_00, None),
            adult_social_care=(11_000_000_01, None),
        )
        for line in first.lines:
            by = "CCG" if line.commissioner == "NHS" else line.commissioner
            of = {
                name: getattr(line, name)
                for name in ("scheme_id", "name", "scheme_type", "sub_type", "area_of_spend")
            }
            lines.add(
                step,
                plan_id,
                position=line.position,
                **of,
                commissioner=by,
                nhs_share=line.nhs_share,
                la_share=line.la_share,
                source=CCG.get(line.source, line.source),
                expenditure=(line.expenditure or 0) + 7,
            )
        for one in first.income:
            income.add(
                step, plan_id, source=CCG.get(one.source, one.source), body=one.body, amount=one.amount
            )


def exported_plans(store: Store, reference: Path, folder: Path) -> Iterator[Path]:
    """Each plan without a template, and into one: the national layout, else an empty one of that year."""
    with store.reading() as reading:
        for year in YEARS:
            out, into = folder / f"{year} without template.xlsx", folder / f"{year} into template.xlsx"
            export_plan(reading, ref=ref_of(year), path=out)
            template = folder / f"{year} empty.xlsx"
            if year in NATIONAL:
                template = reference / "bcf" / f"{NATIONAL[year]}.xlsx"
            else:
                whole = plans.whole(reading, plans.by_ref(reading, ref_of(year)).id)
                template.write_bytes(plan_layout(lists_of(year), whole))
            export_plan(reading, ref=ref_of(year), path=into, template=template)
            yield from (out, into)


def exported_returns(store: Store, reference: Path, folder: Path) -> Iterator[Path]:
    out, into = folder / "return without template.xlsx", folder / "return into template.xlsx"
    with store.reading() as reading:
        export_return(reading, ref="NNHWB/2022-23", path=out)
        export_return(reading, ref="NNHWB/2022-23", path=into, template=reference / "bcf" / f"{RETURN}.xlsx")
    yield from (out, into)


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_source_of_a_plan_has_the_same_income_and_spend(worked_out: WorkedOut, name: str) -> None:
    year = name.partition(" ")[0]
    whole, above = worked_out.whole(year), worked_out.read(name).above
    wanted = {
        (balance.source, place): (balance.income, balance.spend)
        for place in range(len(whole.plan.periods))
        for balance in balances(lists_of(year), whole.lines, whole.income, period=place)
        if balance.source
    }
    got = {
        (source, place): (amount, above.spend[source][place])
        for source, amounts in above.income.items()
        for place, amount in enumerate(amounts)
    }
    assert wanted.items() <= got.items()
    assert {pair for key, pair in got.items() if key not in wanted} <= {(0, 0)}
    assert sum(spend for _, spend in wanted.values()) > 0


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_required_spend_of_a_plan_is_the_same(worked_out: WorkedOut, name: str) -> None:
    year = name.partition(" ")[0]
    whole, above = worked_out.whole(year), worked_out.read(name).above
    minimums = (whole.plan.out_of_hospital, whole.plan.adult_social_care)
    for place in range(len(whole.plan.periods)):
        for fence in ring_fences(lists_of(year), whole.lines, minimums, period=place):
            assert above.minimums[fence.key][place] == fence.minimum
            assert above.planned[fence.key][place] == fence.planned


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_line_of_a_plan_is_the_same_and_no_cell_holds_an_error(worked_out: WorkedOut, name: str) -> None:
    whole, found = worked_out.whole(name.partition(" ")[0]), worked_out.read(name)
    assert [
        (row.values["scheme_id"], row.values["expenditure"], row.values.get("expenditure_2"))
        for row in found.schemes.rows
    ] == [(line.scheme_id, line.expenditure, line.expenditure_2) for line in whole.lines]
    book = openpyxl.load_workbook(worked_out.folder / f"{name}.xlsx", data_only=True)
    errors = [
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e" or str(cell.value).startswith(("#", "Err:"))
    ]
    assert errors == []


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_whole_pool_of_a_plan_is_the_same(worked_out: WorkedOut, name: str) -> None:
    whole, found = worked_out.whole(name.partition(" ")[0]), worked_out.read(name)
    sheet = openpyxl.load_workbook(worked_out.folder / f"{name}.xlsx", data_only=True)[found.income.sheet]
    (row,) = [
        row
        for row in sheet.iter_rows()
        if any(str(cell.value).startswith("Total BCF Pooled") for cell in row)
    ]
    shown = [pence(cell.value) for cell in row if isinstance(cell.value, int | float)]
    assert shown == [
        sum(one.in_period(place) for one in whole.income) for place in range(len(whole.plan.periods))
    ]


@pytest.mark.parametrize("name", ["return without template", "return into template"])
def test_the_pool_and_the_uplifts_of_a_return_are_the_same(worked_out: WorkedOut, name: str) -> None:
    with worked_out.store.reading() as reading:
        (made,) = returns.of_plan(reading, plans.by_ref(reading, "NNHWB/2022-23").id)
    found = read("return", Request(worked_out.folder / f"{name}.xlsx"))
    assert isinstance(found, FileRead)
    with worked_out.store.reading() as reading:
        compared = found.compare(reading, found.request, TODAY)
    facts = compared.rows[0].preview.values
    pool = incomes(made)
    assert (facts["pooled_planned"], facts["pooled_actual"]) == (55_579_750.0, 55_654_750.0)
    assert (pool.planned, pool.actual) == (55_579_750_00, 55_654_750_00)
    sheet = openpyxl.load_workbook(worked_out.folder / f"{name}.xlsx", data_only=True)["7. ASC fee rates"]
    uplifts = [sheet.cell(row, 6).value for row in (9, 10, 11)]
    fees = [entry for entry in made.entries if entry.part == "fee"]
    assert [round(Decimal(str(shown)), 6) for shown in uplifts] == [
        implied_uplift(fee.figures) for fee in fees
    ]
    assert (compared.rejected, compared.warnings) == ((), ())


def pence(pounds: float) -> int:
    return round(Decimal(str(pounds)) * 100)
