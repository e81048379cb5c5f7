"""Plans of several boards side by side: what each plans in a group, and what they plan together."""

from collections.abc import Sequence
from dataclasses import dataclass

from boardtool.domain.bcf.plans import WholePlan
from boardtool.domain.bcf.totals import totals


@dataclass(frozen=True, slots=True)
class TogetherRow:
    """A group of every plan: pence by plan, in the order of the plans."""

    name: str
    amounts: tuple[int, ...]

    @property
    def all(self) -> int:
        return sum(self.amounts)


def together(plans: Sequence[WholePlan], by: str, *, period: int = 0) -> tuple[TogetherRow, ...]:
    """The groups of plans of one year, the largest first, with a last row "" that sums them."""
    by_plan = [totals(plan.lines, by, period=period) for plan in plans]
    names = dict.fromkeys(name for one in by_plan for name in one)
    rows = [TogetherRow(name, tuple(one.get(name, 0) for one in by_plan)) for name in names]
    whole = tuple(sum(line.amount(period) for line in plan.lines) for plan in plans)
    return (*sorted(rows, key=lambda row: -row.all), TogetherRow("", whole))
