"""From draft to approved, and into the next year: a plan is sealed, opened again, approved, carried on."""

from dataclasses import dataclass
from datetime import date, datetime

from boardtool.data.bcf import income, lines, plans, versions
from boardtool.data.bcf.national import lists_of
from boardtool.data.store import Step, Store
from boardtool.domain.bcf.carrying import NoSuccessor, carried
from boardtool.domain.bcf.plans import PlanState, Version
from boardtool.domain.bcf.sealing import content_of, digest_of
from boardtool.domain.bcf.years import year_after
from boardtool.domain.errors import CannotDoError
from boardtool.domain.text import clean_text
from boardtool.services.bcf.open_plans import open_plan
from boardtool.services.bcf.plans import add_conditions, add_metrics, refuse_second


@dataclass(frozen=True, slots=True)
class NextYear:
    """The plan that another was carried into, and the words that have no sure successor there."""

    plan_id: int
    to_look_at: tuple[NoSuccessor, ...]


def submit(store: Store, *, plan_id: int, now: datetime, note: str = "") -> int:
    """Seal a draft as submitted, from the second time on as resubmitted. The id of the version.

    Raises:
        CannotDoError: it is sealed already.
    """
    with store.step("Submit plan") as step:
        open_plan(step.reading, plan_id)
        again = bool(versions.of_plan(step.reading, plan_id))
        return _seal(
            step, plan_id, PlanState.RESUBMITTED if again else PlanState.SUBMITTED, now=now, note=note
        )


def _seal(step: Step, plan_id: int, state: PlanState, *, now: datetime, note: str) -> int:
    content = content_of(plans.whole(step.reading, plan_id))
    plans.change(step, plan_id, state=state)
    return versions.add(
        step,
        plan_id,
        state=state,
        sealed_at=now,
        content=content,
        digest=digest_of(content),
        note=clean_text(note).strip(),
    )


def open_again(store: Store, *, plan_id: int) -> None:
    """Make a sealed plan a draft again; what was sealed stays as a version."""
    with store.step("Open plan again") as step:
        plans.change(step, plan_id, state=PlanState.DRAFT)


def approve(store: Store, *, plan_id: int, on: date) -> None:
    """Note that the plan as it was submitted last was approved.

    Raises:
        CannotDoError: it was not submitted, or was opened again since.
    """
    with store.step("Approve plan") as step:
        plan = plans.by_id(step.reading, plan_id)
        sealed = versions.of_plan(step.reading, plan_id)
        if not plan.state.is_sealed or not sealed:
            raise CannotDoError(f"The plan {plan.ref} is a draft: submit it before it is approved.")
        versions.approve(step, sealed[0].id, on=on)
        plans.change(step, plan_id, state=PlanState.APPROVED)


def is_whole(version: Version) -> bool:
    """Whether a version holds, byte for byte, what was sealed."""
    return digest_of(version.content) == version.digest


def copy_into_next_year(store: Store, *, plan_id: int) -> NextYear:
    """Make the plan of the next year from this one: types and sources become that year's, amounts are kept.

    Raises:
        CannotDoError: there is no next year that is known, or the board has its plan already.
    """
    with store.step("Copy plan into next year") as step:
        whole = plans.whole(step.reading, plan_id)
        year = year_after(whole.plan.year)
        if year is None:
            raise CannotDoError(f"The year after {whole.plan.year} is not known here yet.")
        refuse_second(step, whole.plan.board_id, year)
        now, then = lists_of(whole.plan.year, store.folder), lists_of(year, store.folder)
        found = carried(now, then, whole.lines, whole.income)
        new = plans.add(step, board_id=whole.plan.board_id, year=year, narrative=whole.plan.narrative)
        lines.add_many(step, new, [{**values, "position": place} for place, values in enumerate(found.lines)])
        for values in found.income:
            income.add(step, new, **values)
        add_conditions(step, new, then)
        add_metrics(step, new, then)
    return NextYear(new, tuple(found.to_look_at))
