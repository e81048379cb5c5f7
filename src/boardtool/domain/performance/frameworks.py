"""The lists that metrics stand in, and the golden threads that lead from an outcome down to them."""

from dataclasses import dataclass
from enum import StrEnum


class ThreadKind(StrEnum):
    """The steps of the golden thread, from the outcome for people down to what one of them would say."""

    POPULATION_OUTCOME = "population outcome"
    AMBITION = "ambition"
    OUTCOME = "outcome"
    LEAD_KPI = "lead KPI"
    OPERATIONAL_KPI = "operational KPI"
    I_STATEMENT = "I-statement"


@dataclass(frozen=True, slots=True)
class Framework:
    """A list of metrics under headings: the Better Care Fund's of a year, the ICB's priorities."""

    id: int
    key: str
    name: str
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A metric's place in a framework; `metric_id` is None where the framework names none that is kept."""

    id: int
    framework_id: int
    metric_id: int
    heading: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class ThreadNode:
    """A step of a golden thread; `parent_id` is the one above, `metric_id` the metric that shows it."""

    id: int
    framework_id: int
    parent_id: int | None
    kind: ThreadKind
    text: str
    metric_id: int | None = None
