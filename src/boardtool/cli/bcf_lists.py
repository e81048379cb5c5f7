"""The Better Care Fund as the `list` command shows it: its returns, and what the checks find."""

from typing import TYPE_CHECKING

from boardtool.cli.narrowing import Filters, plans_in

if TYPE_CHECKING:
    from boardtool.data.store import Reading


def return_rows(view: "Reading", filters: Filters) -> list[dict[str, object]]:
    """Every return on the plans that are meant, in the order in which they were made; of a year its own."""
    from boardtool.data.bcf import plans, returns
    from boardtool.data.bcf.national import lists_of
    from boardtool.data.bcf.own_lists import library_of
    from boardtool.domain.bcf.returns_shape import return_shape

    found = []
    for plan, place in plans_in(view, filters):
        whole = plans.whole(view, plan.id)
        lists = lists_of(plan.year, library_of(view))
        meant = plan.periods if filters.year is None else plan.periods[place : place + 1]
        found += [
            return_shape(made, whole, lists) for made in returns.of_plan(view, plan.id) if made.year in meant
        ]
    return found


def finding_rows(view: "Reading", filters: Filters) -> list[dict[str, object]]:
    """What is found in the plans that are meant, in their returns, and in the programmes of their boards."""
    from boardtool.data.bcf import plans, returns
    from boardtool.data.bcf.cases import checked
    from boardtool.domain.bcf.returns_checks import check_return

    if filters.meeting is not None:
        return []
    found: list[dict[str, object]] = []
    for plan, _ in plans_in(view, filters):
        found += [{"plan": plan.ref, **finding.to_json()} for finding in checked(view, plan.id).findings]
        whole = plans.whole(view, plan.id)
        found += [
            {"plan": plan.ref, "return": made.period, **finding.to_json()}
            for made in returns.of_plan(view, plan.id)
            for finding in check_return(made, whole)
        ]
    return found + _programme_findings(view, filters)


def _programme_findings(view: "Reading", filters: Filters) -> list[dict[str, object]]:
    """Programmes are of no one year: a year takes those whose table has a column for it."""
    from boardtool.data import boards
    from boardtool.data.bcf import benefits
    from boardtool.domain.bcf.benefits import check_benefits, says_its_totals
    from boardtool.domain.bcf.years import tidy_year

    board = None if filters.board is None else boards.by_code(view, filters.board).id
    codes = {one.id: one.code for one in boards.every(view)}
    year = None if filters.year is None else tidy_year(filters.year.written)
    return [
        {"programme": one.name, "board": codes[one.board_id], **finding.to_json()}
        for one in benefits.every(view, board_id=board)
        if year is None or year in one.years
        for finding in (says_its_totals(one), *check_benefits(one))
    ]
