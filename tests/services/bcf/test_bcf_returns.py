"""Returns against their plan, sent and opened again; benefits tables."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from boardtool.data.bcf import (
    benefits,
    lines,
    returns,
)
from boardtool.data.store import Store
from boardtool.domain.bcf.benefits import THOUSAND, BenefitKind, check_benefits
from boardtool.domain.bcf.plans import Line
from boardtool.domain.bcf.returns import Part, variances
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import RowState
from boardtool.services.bcf import benefits as programmes
from boardtool.services.bcf import returns as returning
from boardtool.services.bcf import versions as sealing
from boardtool.services.bcf.publishing import export_return
from boardtool.services.exchange.importing import FileRead, preview, read
from boardtool.services.exchange.request import Request

NOW = datetime(2022, 9, 26, 12)
TODAY = date(2022, 9, 26)


def held(store: Store, plan_id: int) -> list[Line]:
    with store.reading() as reading:
        return lines.of_plan(reading, plan_id)


def test_a_return_begins_with_the_figures_of_the_plan(store: Store, sample: int) -> None:
    with store.reading() as reading:
        [made] = returns.of_plan(reading, sample)
    assert (made.year, made.name, made.due) == ("2022-23", "End of Year", date(2023, 5, 23))
    assert {entry.code: entry.planned for entry in made.part(Part.INCOME)}["DFG"] == 5_120_697_00
    assert made.part(Part.METRIC)[0].figures["2022-23 Q1"] == "201"
    assert len(made.part(Part.CONDITION)) == 4


def test_what_a_line_spent_stands_against_its_plan(store: Store, sample: int) -> None:
    line = held(store, sample)[0]
    with store.reading() as reading:
        [made] = returns.of_plan(reading, sample)
    returning.record_actual(
        store, return_id=made.id, line_id=line.id, spend="650,000", explanation="More breaks"
    )
    returning.record_actual(store, return_id=made.id, line_id=line.id, outputs="12")
    with store.reading() as reading:
        first = variances(lines.of_plan(reading, sample), returns.by_id(reading, made.id))[0]
    assert (first.over, first.outputs, first.explanation) == (10_000_00, Decimal(12), "More breaks")


def test_a_return_that_was_sent_is_sealed(store: Store, sample: int) -> None:
    with store.reading() as reading:
        [made] = returns.of_plan(reading, sample)
    returning.send(store, return_id=made.id, on=TODAY)
    with pytest.raises(CannotDoError, match="was sent"):
        returning.change_entry(store, entry_id=made.entries[0].id, actual="1")
    returning.open_again(store, return_id=made.id)
    returning.change_entry(store, entry_id=made.entries[0].id, actual="1", answer="Yes")
    returning.change_fact(store, return_id=made.id, name="spend_actual", text="55,388,402.18")
    with store.reading() as reading:
        changed = returns.by_id(reading, made.id)
    assert (changed.entries[0].actual, changed.spend_actual) == (1_00, 5_538_840_218)


def test_every_return_of_a_plan_of_two_years_comes_back_from_its_workbook(
    store: Store, sample: int, tmp_path: Path
) -> None:
    two_years = sealing.copy_into_next_year(store, plan_id=sample).plan_id
    for year in ("2023-24", "2024-25"):
        for name in returning.names_for(year):
            made = returning.make(store, plan_id=two_years, year=year, name=name)
            line = held(store, two_years)[2]
            returning.record_actual(store, return_id=made, line_id=line.id, spend="12.34")
            out = tmp_path / "return.xlsx"
            with store.reading() as reading:
                export_return(reading, ref="NNHWB/2023-25", path=out, name=f"{year} {name}")
            found = read("return", Request(out))
            assert isinstance(found, FileRead)
            report = preview(store, found, today=TODAY)
            assert [row for row in report.rows if row.state is not RowState.UNCHANGED] == []


def test_there_is_one_return_of_a_name_and_only_in_the_years_of_the_plan(store: Store, sample: int) -> None:
    with pytest.raises(CannotDoError, match="already"):
        returning.make(store, plan_id=sample, year="2022-23", name="End of Year")
    with pytest.raises(CannotDoError, match="no year of the plan"):
        returning.make(store, plan_id=sample, year="2023-24", name="Quarter 2")


@pytest.mark.usefixtures("sample")
def test_the_benefits_table_of_ican_adds_up_to_what_its_paper_prints(store: Store, board: int) -> None:
    with store.reading() as reading:
        [ican] = benefits.every(reading, board_id=board)
    assert ican.planned(BenefitKind.BENEFIT) == 49_358 * THOUSAND
    assert ican.planned(BenefitKind.COST) == 44_020 * THOUSAND
    assert [ican.planned(BenefitKind.BENEFIT, year) // THOUSAND for year in ican.years] == [
        *(2_668, 6_670, 13_340, 13_340, 13_340)
    ]
    assert [finding.rule for finding in check_benefits(ican)] == ["benefit figure"]


def test_benefits_are_typed_in_thousands(store: Store, board: int) -> None:
    programme = programmes.make_programme(store, board_id=board, name="iCAN")
    benefit = programmes.add_benefit(store, programme_id=programme, kind=BenefitKind.BENEFIT, name="Bed days")
    programmes.type_figure(store, benefit_id=benefit, year="2022-23", field="planned", text="TBC")
    programmes.type_figure(store, benefit_id=benefit, year="2022-23", field="realised", text="1,250.5")
    with store.reading() as reading:
        figure = benefits.by_id(reading, programme).benefits[0].figures["2022-23"]
    assert (figure.planned, figure.realised, figure.words) == (None, 1_250_500_00, "TBC")
