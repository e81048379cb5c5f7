"""A return on a plan: what was really spent and delivered, how the metrics stand, and what is said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from boardtool.domain.bcf.plans import Line, Places, PlanState


class Part(StrEnum):
    """The tables of a return."""

    INCOME = "income"
    CONDITION = "condition"
    METRIC = "metric"
    SPEND = "spend"
    DISCHARGE = "discharge fund"
    STATEMENT = "statement"
    SUCCESS = "success"
    CHALLENGE = "challenge"
    FEE = "fee"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of one of a return's tables.

    `code` is a source's label, a condition's number or a metric's key. `planned` and `actual` are pence.
    `body` is whose money it is, where the plan does not tell; `unit` is a metric's or a fee's. `answer` is
    a choice: changed or not, met or not, on track or not, agree or not, an enabler. `words` is the comment,
    the explanation or the challenges, `more_words` the achievements, `variance` how a metric differs and
    what is done. `figures` are numbers by name: a metric's plan by period, a fee's rates. `unread` holds, by
    field or figure, what was read and is no value of it; `cells` names the cells of the workbook that it
    came from, on row `row`.
    """

    id: int
    position: int
    part: Part
    code: str = ""
    label: str = ""
    planned: int | None = None
    actual: int | None = None
    answer: str = ""
    words: str = ""
    more_words: str = ""
    variance: str = ""
    figures: Mapping[str, str] = field(default_factory=dict)
    row: int | None = None
    body: str = ""
    unit: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Actual:
    """What a line of the plan really spent (pence) and delivered up to the end of a return's period."""

    line_id: int
    spend: int | None = None
    outputs: Decimal | None = None
    explanation: str = ""
    issues: str = ""
    unread: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Return:
    """A return; `period` is "2022-23 End of Year". `due` is the national deadline, `sent_on` when it went.

    `pooled_planned` and `pooled_actual` (pence) are the whole pool as its workbook prints it.
    """

    id: int
    plan_id: int
    period: str
    due: date | None = None
    sent_on: date | None = None
    state: PlanState = PlanState.DRAFT
    income_comment: str = ""
    spend_changed: str = ""
    spend_planned: int | None = None
    spend_actual: int | None = None
    spend_comment: str = ""
    fees_comment: str = ""
    pooled_planned: int | None = None
    pooled_actual: int | None = None
    unread: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    places: Places = field(default_factory=Places)
    entries: tuple[Entry, ...] = ()
    actuals: tuple[Actual, ...] = ()

    @property
    def year(self) -> str:
        """2022-23."""
        return self.period.partition(" ")[0]

    @property
    def name(self) -> str:
        """End of Year."""
        return self.period.partition(" ")[2]

    def part(self, part: Part) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.part is part)


@dataclass(frozen=True, slots=True)
class Variance:
    """A line's plan against what was spent and delivered; `over` is pence beyond the plan."""

    line: Line
    planned: int
    spend: int | None
    outputs_planned: Decimal | None
    outputs: Decimal | None
    explanation: str
    issues: str

    @property
    def over(self) -> int | None:
        return None if self.spend is None else self.spend - self.planned


def variances(lines: Sequence[Line], made: Return, *, period: int = 0) -> tuple[Variance, ...]:
    """Every line of a plan against a return of it, in the order of the plan."""
    actuals = {actual.line_id: actual for actual in made.actuals}
    found = []
    for line in lines:
        actual = actuals.get(line.id, Actual(line.id))
        planned_outputs = line.outputs_2 if period else line.outputs
        found.append(
            Variance(
                line,
                line.amount(period),
                actual.spend,
                planned_outputs,
                actual.outputs,
                actual.explanation,
                actual.issues,
            )
        )
    return tuple(found)
