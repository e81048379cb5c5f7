"""What can be done to the income of a plan, and to what must be spent from it."""

from collections.abc import Sequence

from boardtool.data.bcf import income, plans
from boardtool.data.bcf.national import lists_of
from boardtool.data.store import Step, Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.money import read_pence
from boardtool.domain.text import clean_line, clean_text
from boardtool.services.bcf.open_plans import changing, open_plan

HEADINGS = {
    "source": "Source of funding",
    "body": "Body",
    "amount": "Amount",
    "amount_2": "Amount, second year",
    "comment": "Comment",
}
MINIMUMS = ("out_of_hospital", "adult_social_care")


def add(
    store: Store, *, plan_id: int, source: str, body: str = "", amount: int | None = None, comment: str = ""
) -> int:
    """Add a contribution (pence). Its id."""
    with changing(store, plan_id, "Add income") as step:
        name = _source(store, step, plan_id, source)
        return income.add(
            step,
            plan_id,
            source=name,
            body=clean_line(body),
            amount=amount,
            comment=clean_text(comment).strip(),
        )


def change_cell(store: Store, *, income_id: int, field: str, text: str) -> None:
    """Type a text over a cell of the income: "source", "body", "amount", "amount_2" or "comment"."""
    with store.step(f"Change {HEADINGS[field].lower()} of income") as step:
        plan_id = income.plan_of(step.reading, income_id)
        open_plan(step.reading, plan_id)
        if field in {"amount", "amount_2"}:
            _type_amount(step, income_id, field, clean_line(text))
        elif field == "source":
            income.change(step, income_id, source=_source(store, step, plan_id, text))
        else:
            income.change(step, income_id, **{field: clean_text(text).strip()})


def _type_amount(step: Step, income_id: int, field: str, text: str) -> None:
    unread = dict(income.by_id(step.reading, income_id).unread)
    unread.pop(field, None)
    amount = None
    try:
        amount = read_pence(text) if text else None
    except CannotDoError:
        unread[field] = text
    income.change(step, income_id, unread=unread, **{field: amount})


def remove(store: Store, *, income_ids: Sequence[int]) -> None:
    with store.step("Remove income") as step:
        open_plan(step.reading, income.plan_of(step.reading, income_ids[0]))
        for income_id in income_ids:
            income.remove(step, income_id)


def set_minimum(store: Store, *, plan_id: int, key: str, period: int, text: str) -> None:
    """Type the minimum of a ring-fence of `MINIMUMS` in a plan year (0 or 1); "" forgets it.

    Raises:
        CannotDoError: it is no amount, or the plan is sealed.
    """
    amount = read_pence(text) if clean_line(text) else None
    with changing(store, plan_id, "Set required spend") as step:
        held = list(getattr(plans.by_id(step.reading, plan_id), key))
        held[period] = amount
        plans.change(step, plan_id, **{key: tuple(held)})


def set_comment(store: Store, *, plan_id: int, text: str) -> None:
    """The comment on all funding contributions."""
    with changing(store, plan_id, "Change comment on income") as step:
        plans.change(step, plan_id, income_comment=clean_text(text).strip())


def _source(store: Store, step: Step, plan_id: int, text: str) -> str:
    lists = lists_of(plans.by_id(step.reading, plan_id).year, store.folder)
    return lists.read("source", text) or clean_line(text)
