"""What can be done to a plan as a whole: make it, answer its conditions, set its metrics, sign it."""

from datetime import date

from boardtool.data.bcf import conditions, metrics, plans, sign_offs, tags
from boardtool.data.bcf.national import lists_of
from boardtool.data.store import Step, Store
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.years import periods_of
from boardtool.domain.errors import CannotDoError
from boardtool.domain.money import read_number
from boardtool.domain.text import clean_line, clean_text
from boardtool.services.bcf.open_plans import changing, open_plan

ROLES = (
    "Health and Wellbeing Board Chair",
    "Integrated Care Board Chief Executive",
    "Local Authority Chief Executive",
    "Director of Adult Social Services",
    "Better Care Fund Lead Official",
    "Local Authority Section 151 Officer",
    "Integrated Care Board Finance Director",
)
"""Who signs a plan, as the cover of the template lists them."""


def make(store: Store, *, board_id: int, year: str) -> int:
    """Make an empty plan of a year, with its conditions and metrics to be filled in. Its id.

    Raises:
        CannotDoError: the board has a plan of that year, or the year is not known.
    """
    lists = lists_of(year, store.folder)
    with store.step(f"Make plan {year}") as step:
        refuse_second(step, board_id, year)
        plan_id = plans.add(step, board_id=board_id, year=year)
        add_conditions(step, plan_id, lists)
        add_metrics(step, plan_id, lists)
    return plan_id


def refuse_second(step: Step, board_id: int, year: str) -> None:
    """Raises CannotDoError where the board has a plan of that year already."""
    known = plans.of_year(step.reading, board_id, year)
    if known is not None:
        raise CannotDoError(f"There is a plan {known.ref} already.")


def add_conditions(step: Step, plan_id: int, lists: YearLists) -> None:
    for one in lists.conditions:
        conditions.add(
            step,
            plan_id,
            code=one.code,
            theme=one.theme,
            requirement=one.requirement,
            enquiry="\n".join(one.enquiry),
            confirmed_through="\n".join(one.confirmed_through),
        )


def add_metrics(step: Step, plan_id: int, lists: YearLists) -> None:
    period = periods_of(lists.year)[0]
    for one in lists.planned_metrics:
        metric_id = metrics.add(
            step,
            plan_id,
            key=one.key,
            name=one.name,
            code=one.code,
            unit=one.unit,
            direction=one.direction,
            multiplier=one.multiplier,
        )
        metrics.set_value(step, metric_id, period=period, kind="plan", figures={})


def remove(store: Store, *, plan_id: int) -> None:
    """Take a plan away, with everything in it."""
    with changing(store, plan_id, "Remove plan") as step:
        plans.remove(step, plan_id)


def set_due(store: Store, *, plan_id: int, due: date | None) -> None:
    """The national day by which the plan must be submitted."""
    with store.step("Set day of submission") as step:
        plans.change(step, plan_id, due=due)


def set_narrative(store: Store, *, plan_id: int, text: str) -> None:
    """Where the narrative plan is, which several boards may share, and what it says."""
    with changing(store, plan_id, "Change narrative") as step:
        plans.change(step, plan_id, narrative=clean_text(text).strip())


def answer_condition(store: Store, *, condition_id: int, **answers: str) -> None:
    """Answer a condition: `answer` ("Yes", "No" or ""), `supporting`, `actions`, `timeframe`."""
    with store.step("Answer condition") as step:
        open_plan(step.reading, conditions.plan_of(step.reading, condition_id))
        tidy = {name: clean_text(text).strip() for name, text in answers.items()}
        if tidy.get("answer", "") not in {"", "Yes", "No"}:
            raise CannotDoError("A condition is answered by “Yes” or “No”.")
        conditions.change(step, condition_id, **tidy)


def change_metric(store: Store, *, metric_id: int, **texts: str) -> None:
    """Say why a metric's ambition was set (`rationale`) and how it will be met (`local_plan`)."""
    with store.step("Change metric") as step:
        open_plan(step.reading, metrics.plan_of(step.reading, metric_id))
        metrics.change(step, metric_id, **{name: clean_text(text).strip() for name, text in texts.items()})


def set_metric_value(store: Store, *, metric_id: int, period: str, kind: str, **texts: str) -> None:
    """Type a metric's `value`, `numerator` or `denominator` in a period ("2022-23 Q1").

    `kind` is "actual", "estimated" or "plan". A value is in the unit shown: 95.3 for 95.3 %.

    Raises:
        CannotDoError: a text is no number.
    """
    figures = {
        name: read_number(text.replace("%", "")) if clean_line(text) else None for name, text in texts.items()
    }
    with store.step("Set metric value") as step:
        open_plan(step.reading, metrics.plan_of(step.reading, metric_id))
        metrics.set_value(step, metric_id, period=period, kind=kind, figures=figures)


def sign(
    store: Store,
    *,
    plan_id: int,
    role: str,
    name: str = "",
    authority: str = "",
    signed_on: date | None = None,
    meeting_id: int | None = None,
    note: str = "",
    return_id: int | None = None,
) -> int:
    """Note who signed a plan, or a return of it, under what authority, and which meeting ratified it (R34).

    A sealed plan can still be signed: that is when it happens. The id of the sign-off.
    """
    with store.step("Sign plan" if return_id is None else "Sign return") as step:
        plans.by_id(step.reading, plan_id)
        return sign_offs.add(
            step,
            plan_id,
            role=clean_line(role),
            name=clean_line(name),
            authority=clean_text(authority).strip(),
            signed_on=signed_on,
            meeting_id=meeting_id,
            note=clean_text(note).strip(),
            return_id=return_id,
        )


def change_sign_off(store: Store, *, sign_off_id: int, **values: object) -> None:
    """Change `role`, `name`, `authority`, `signed_on`, `meeting_id` or `note` of a sign-off."""
    with store.step("Change sign-off") as step:
        sign_offs.change(step, sign_off_id, **values)


def remove_sign_off(store: Store, *, sign_off_id: int) -> None:
    with store.step("Remove sign-off") as step:
        sign_offs.remove(step, sign_off_id)


def set_printed_total(
    store: Store, *, plan_id: int, tag: str, pence: int | None, printed_in: str = ""
) -> None:
    """Note the total that a paper prints for a tag's lines, so that a difference is said; None forgets it."""
    with changing(store, plan_id, f"Set printed total of {tag}") as step:
        tags.put(step, plan_id, name=clean_line(tag), printed_total=pence, printed_in=clean_line(printed_in))
