"""Lines and income: typed, pasted, filled, split, moved, and taken back."""

from datetime import date, datetime

import pytest

from boardtool.data.bcf import (
    income,
    lines,
    plans,
    tags,
)
from boardtool.data.bcf.cases import case_of, checked
from boardtool.data.store import Store
from boardtool.domain.bcf.plans import Line
from boardtool.domain.errors import CannotDoError
from boardtool.services.bcf import income as incomes
from boardtool.services.bcf import plans as making
from boardtool.services.bcf import schemes

NOW = datetime(2022, 9, 26, 12)
TODAY = date(2022, 9, 26)


def held(store: Store, plan_id: int) -> list[Line]:
    with store.reading() as reading:
        return lines.of_plan(reading, plan_id)


def names(store: Store, plan_id: int) -> list[str]:
    return [line.name for line in held(store, plan_id)]


def three(store: Store, plan_id: int) -> list[int]:
    return [schemes.add_line(store, plan_id=plan_id, name=name, scheme_id="1") for name in "ABC"]


def test_a_block_is_pasted_in_one_step_and_adds_the_lines_it_needs(store: Store, plan: int) -> None:
    ids = three(store, plan)
    pasted = schemes.paste(
        store,
        plan_id=plan,
        line_ids=ids[1:],
        fields=["name", "expenditure"],
        block=[("X", "1,000"), ("Y", "lots"), ("Z", "5")],
    )
    assert (pasted.added, pasted.unread) == (1, 1)
    assert [(line.name, line.expenditure) for line in held(store, plan)] == [
        ("A", None),
        ("X", 1_000_00),
        ("Y", None),
        ("Z", 5_00),
    ]
    store.undo()
    assert names(store, plan) == ["A", "B", "C"]


def test_cells_are_filled_down_changed_together_and_emptied(store: Store, plan: int) -> None:
    ids = three(store, plan)
    schemes.change_cell(store, line_id=ids[0], field="source", text="ibcf")
    schemes.fill_down(store, line_ids=ids, fields=["source"])
    assert {line.source for line in held(store, plan)} == {"iBCF"}
    schemes.change_cells(store, line_ids=ids[1:], field="provider", text="nhs")
    assert [line.provider for line in held(store, plan)] == ["", "NHS", "NHS"]
    schemes.clear(store, cells={ids[1]: ["provider", "source"], ids[2]: ["provider"]})
    assert [(line.source, line.provider) for line in held(store, plan)][1:] == [("", ""), ("iBCF", "")]


def test_lines_are_moved_duplicated_and_removed(store: Store, plan: int) -> None:
    a, b, c = three(store, plan)
    schemes.move_lines(store, line_ids=[c], before=a)
    assert names(store, plan) == ["C", "A", "B"]
    schemes.move_lines(store, line_ids=[c], before=None)
    schemes.duplicate_lines(store, line_ids=[a])
    assert names(store, plan) == ["A", "A", "B", "C"]
    schemes.add_line(store, plan_id=plan, after=a, name="New")
    schemes.remove_lines(store, line_ids=[b, c])
    assert names(store, plan) == ["A", "New", "A"]


def test_a_scheme_is_split_over_lines_of_one_id(store: Store, plan: int) -> None:
    line = schemes.add_line(store, plan_id=plan, name="A", scheme_id="1", expenditure="100")
    schemes.split_line(store, line_id=line, amount=30_00)
    assert [(one.scheme_id, one.expenditure) for one in held(store, plan)] == [("1", 70_00), ("1", 30_00)]
    with pytest.raises(CannotDoError):
        schemes.split_line(store, line_id=line, amount=70_01)


def test_amounts_are_remembered_as_they_were_before_each_change(store: Store, plan: int) -> None:
    ids = three(store, plan)
    schemes.change_cell(store, line_id=ids[1], field="expenditure", text="5")
    schemes.change_cell(store, line_id=ids[1], field="expenditure", text="7")
    with store.reading() as reading:
        assert [recent.before for recent in case_of(reading, plan).recent] == [5_00, None]


def test_a_total_that_a_paper_prints_is_noted_and_forgotten(store: Store, plan: int) -> None:
    making.set_printed_total(store, plan_id=plan, tag="iCAN", pence=5_00, printed_in="a report")
    making.set_printed_total(store, plan_id=plan, tag="iCAN", pence=6_00, printed_in="a report")
    with store.reading() as reading:
        assert [(tag.name, tag.printed_total) for tag in tags.of_plan(reading, plan)] == [("iCAN", 6_00)]
        assert "printed" in {found.rule for found in checked(reading, plan).findings}
    making.set_printed_total(store, plan_id=plan, tag="iCAN", pence=None)
    with store.reading() as reading:
        assert tags.of_plan(reading, plan) == []


def test_the_narrative_says_where_it_is(store: Store, plan: int) -> None:
    making.set_narrative(store, plan_id=plan, text=" One plan for both boards ")
    with store.reading() as reading:
        assert plans.by_id(reading, plan).narrative == "One plan for both boards"


def test_what_was_undone_is_no_change_to_put_back(store: Store, plan: int) -> None:
    ids = three(store, plan)
    schemes.change_cell(store, line_id=ids[1], field="expenditure", text="5")
    store.undo()
    with store.reading() as reading:
        assert lines.recent_amounts(reading, plan) == ()


def test_income_takes_amounts_as_people_write_them_and_keeps_the_rest(store: Store, plan: int) -> None:
    one = incomes.add(store, plan_id=plan, source="improved better care fund", body="North")
    incomes.change_cell(store, income_id=one, field="amount", text="£1.5m")
    with store.reading() as reading:
        assert [(one.source, one.amount) for one in income.of_plan(reading, plan)] == [("iBCF", 1_500_000_00)]
    incomes.change_cell(store, income_id=one, field="amount", text="later")
    with store.reading() as reading:
        assert income.of_plan(reading, plan)[0].unread == {"amount": "later"}
    incomes.remove(store, income_ids=[one])
    with store.reading() as reading:
        assert income.of_plan(reading, plan) == []


def test_a_minimum_is_typed_and_forgotten(store: Store, plan: int) -> None:
    incomes.set_minimum(store, plan_id=plan, key="adult_social_care", period=0, text="11,728,081")
    with store.reading() as reading:
        assert plans.by_id(reading, plan).adult_social_care == (1_172_808_100, None)
    incomes.set_minimum(store, plan_id=plan, key="adult_social_care", period=0, text="")
    with store.reading() as reading:
        assert plans.by_id(reading, plan).adult_social_care == (None, None)
