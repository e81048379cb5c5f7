"""A plan as its checks are given it: everything in it, the year's lists, and what was changed lately."""

from boardtool.data.bcf import lines, plans
from boardtool.data.bcf.national import lists_of
from boardtool.data.bcf.own_lists import library_of
from boardtool.data.store import Reading
from boardtool.domain.bcf.checks import PlanCase, check
from boardtool.domain.findings import Checked


def case_of(reading: Reading, plan_id: int) -> PlanCase:
    """The case of a plan; lists that the library itself corrects are taken."""
    whole = plans.whole(reading, plan_id)
    return PlanCase(
        whole=whole,
        lists=lists_of(whole.plan.year, library_of(reading)),
        recent=lines.recent_amounts(reading, plan_id),
    )


def checked(reading: Reading, plan_id: int) -> Checked:
    """What is missing or wrong in a plan, and which rules hold."""
    return check(case_of(reading, plan_id))
