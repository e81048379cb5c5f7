"""A plan that may be changed: one that was submitted is sealed until it is opened again."""

from collections.abc import Iterator
from contextlib import contextmanager

from boardtool.data.bcf import plans
from boardtool.data.store import Reading, Step, Store
from boardtool.domain.bcf.plans import Plan
from boardtool.domain.errors import CannotDoError


def open_plan(reading: Reading, plan_id: int) -> Plan:
    """The plan, if it may be changed.

    Raises:
        CannotDoError: it is sealed.
    """
    plan = plans.by_id(reading, plan_id)
    if plan.state.is_sealed:
        raise CannotDoError(
            f"The plan {plan.ref} is {plan.state} and sealed. Open it again as a draft to change it."
        )
    return plan


@contextmanager
def changing(store: Store, plan_id: int, label: str) -> Iterator[Step]:
    """A step that changes a plan, which must not be sealed."""
    with store.step(label) as step:
        open_plan(step.reading, plan_id)
        yield step
