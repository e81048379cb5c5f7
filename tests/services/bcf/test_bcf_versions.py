"""Versions: sealed, opened again, approved, compared, and carried into every next year."""

from datetime import date, datetime
from pathlib import Path

import pytest

from boardtool.data.bcf import (
    lines,
    plans,
    versions,
)
from boardtool.data.store import Store
from boardtool.domain.bcf.comparing import Fate, compared
from boardtool.domain.bcf.plans import Line, PlanState
from boardtool.domain.bcf.sealing import opened
from boardtool.domain.bcf.years import YEARS
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import RowState
from boardtool.services.bcf import schemes
from boardtool.services.bcf import versions as sealing
from boardtool.services.bcf.publishing import export_plan
from boardtool.services.exchange.importing import FileRead, preview, read
from boardtool.services.exchange.request import Request

NOW = datetime(2022, 9, 26, 12)
TODAY = date(2022, 9, 26)


def held(store: Store, plan_id: int) -> list[Line]:
    with store.reading() as reading:
        return lines.of_plan(reading, plan_id)


def test_a_submitted_plan_is_sealed_until_it_is_opened_again(store: Store, sample: int) -> None:
    sealing.submit(store, plan_id=sample, now=NOW, note="First")
    line = held(store, sample)[0]
    with pytest.raises(CannotDoError, match="submitted and sealed"):
        schemes.change_cell(store, line_id=line.id, field="expenditure", text="1")
    with pytest.raises(CannotDoError):
        schemes.paste(store, plan_id=sample, line_ids=[line.id], fields=["name"], block=[("x",)])
    sealing.open_again(store, plan_id=sample)
    schemes.change_cell(store, line_id=line.id, field="expenditure", text="1")
    sealing.submit(store, plan_id=sample, now=NOW)
    sealing.approve(store, plan_id=sample, on=TODAY)
    with store.reading() as reading:
        second, first = versions.of_plan(reading, sample)
        assert [second.state, first.state] == [PlanState.APPROVED, PlanState.SUBMITTED]
        assert plans.by_id(reading, sample).state is PlanState.APPROVED
        whole = plans.whole(reading, sample)
    assert sealing.is_whole(first)
    before, after = opened(first.content, whole), opened(second.content, whole)
    assert after.lines == whole.lines
    changed = [one for one in compared(before.lines, after.lines) if one.fate is not Fate.SAME]
    assert [one.changes for one in changed] == [{"expenditure": ("640000", "1")}]


def test_a_draft_cannot_be_approved(store: Store, plan: int) -> None:
    with pytest.raises(CannotDoError, match="is a draft"):
        sealing.approve(store, plan_id=plan, on=TODAY)


def test_a_plan_is_copied_through_every_year_and_each_comes_back_from_its_workbook(
    store: Store, sample: int, tmp_path: Path
) -> None:
    plan_id = sample
    for year in YEARS[1:]:
        out = tmp_path / f"{year}.xlsx"
        with store.reading() as reading:
            assert plans.by_id(reading, plan_id).year == year
            export_plan(reading, ref=f"NNHWB/{year}", path=out)
        found = read("bcf", Request(out))
        assert isinstance(found, FileRead)
        report = preview(store, found, today=TODAY)
        assert [row for row in report.rows if row.state is not RowState.UNCHANGED] == []
        if year != YEARS[-1]:
            copied = sealing.copy_into_next_year(store, plan_id=plan_id)
            assert len(held(store, copied.plan_id)) == len(held(store, plan_id))
            plan_id = copied.plan_id
    with pytest.raises(CannotDoError, match="The year after 2025-26 is not known"):
        sealing.copy_into_next_year(store, plan_id=plan_id)
