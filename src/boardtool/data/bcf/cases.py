"""A plan as its checks are given it: everything in it, the year's lists, and what was changed lately."""

from collections.abc import Mapping
from dataclasses import replace

from boardtool.data.bcf import lines, plans
from boardtool.data.bcf.national import lists_of
from boardtool.data.bcf.own_lists import library_of
from boardtool.data.store import Reading
from boardtool.data.tables import BCF_LINE
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


def refreshed(reading: Reading, case: PlanCase, changed: Mapping[str, frozenset[int]]) -> PlanCase:
    """The case after a step that changed rows (table to ids), asking again only for what did change.

    While a grid is typed in, that is one line of two thousand; all other lines stay the very same.
    """
    plan_id, ids = case.whole.plan.id, changed.get(BCF_LINE.name, frozenset())
    held = {line.id: line for line in case.whole.lines}
    again = lines.by_ids(reading, list(ids)) if set(changed) == {BCF_LINE.name} else {}
    in_place = again.keys() == ids and all(
        line_id in held and line.position == held[line_id].position for line_id, line in again.items()
    )
    if not in_place:
        return case_of(reading, plan_id)
    now = tuple(again.get(line.id, line) for line in case.whole.lines)
    recent = lines.recent_amounts(reading, plan_id)
    return replace(case, whole=replace(case.whole, lines=now), recent=recent)


def checked(reading: Reading, plan_id: int) -> Checked:
    """What is missing or wrong in a plan, and which rules hold."""
    return check(case_of(reading, plan_id))
