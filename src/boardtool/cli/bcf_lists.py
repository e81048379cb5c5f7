"""The returns on Better Care Fund plans as the `list` command shows them."""

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
