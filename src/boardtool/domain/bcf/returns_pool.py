"""The pooled fund of a return: what all sources brought in, against the plan, and whose money it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boardtool.domain.bcf.areas import area_of
from boardtool.domain.bcf.lists import DFG, IBCF, LA_ADDITIONAL, NHS_ADDITIONAL, NHS_MINIMUM, YearLists
from boardtool.domain.bcf.plans import WholePlan
from boardtool.domain.bcf.returns import Entry, Part, Return
from boardtool.domain.bcf.totals import TOLERANCE
from boardtool.domain.text import folded

_COUNCIL = (DFG, IBCF, LA_ADDITIONAL)
_NHS = (NHS_MINIMUM, NHS_ADDITIONAL)


@dataclass(frozen=True, slots=True)
class Pooled:
    """The whole pool in pence, as planned and as it came in; None where that is not known."""

    planned: int | None = None
    actual: int | None = None

    @property
    def over(self) -> int:
        """Pence that came in beyond the plan."""
        return (self.actual or 0) - (self.planned or 0)


def incomes(made: Return) -> Pooled:
    """What the sources of a return add to."""
    return sum_of([(row.planned, row.actual) for row in made.part(Part.INCOME)])


def sum_of(sources: Sequence[tuple[int | None, int | None]]) -> Pooled:
    """The sum of sources, each as planned and as it came in; without an actual figure it came as planned."""
    if not sources:
        return Pooled()
    return Pooled(
        sum(planned or 0 for planned, _ in sources),
        sum((planned if actual is None else actual) or 0 for planned, actual in sources),
    )


def unlike(printed: Pooled, ours: Pooled) -> Iterator[tuple[str, int, int]]:
    """Which of "planned" and "actual" is printed as another sum than ours, to a pound: name, theirs, ours."""
    for name in ("planned", "actual"):
        theirs, sum_ = getattr(printed, name), getattr(ours, name)
        if theirs is not None and sum_ is not None and abs(theirs - sum_) > TOLERANCE:
            yield name, theirs, sum_


def pooled(made: Return) -> Pooled:
    """The pool as the return's workbook prints it; where it prints none, what its sources add to."""
    ours = incomes(made)
    return Pooled(
        ours.planned if made.pooled_planned is None else made.pooled_planned,
        ours.actual if made.pooled_actual is None else made.pooled_actual,
    )


def body_of(entry: Entry, whole: WholePlan, lists: YearLists) -> str:
    """Whose part of the discharge fund a row is: what is typed there, else the body that the plan names.

    The council is that of the board where the plan names none, or several. A board of the NHS that the plan
    does not tell is "".
    """
    if entry.body:
        return entry.body
    words = folded(entry.label).split()
    is_council = "la" in words or {"local", "authority"} <= set(words)
    for key in _COUNCIL if is_council else _NHS:
        source = lists.source_with(key)
        bodies = {one.body for one in whole.income if source and one.source == source.name and one.body}
        if len(bodies) == 1:
            return bodies.pop()
    return area_of(whole.plan.board) if is_council else ""
