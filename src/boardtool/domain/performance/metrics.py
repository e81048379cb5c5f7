"""What a board measures: metrics, their definitions, areas, figures and targets, and what is said of them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardtool.domain.performance.intervals import PER_CENT, Interval, rate, wilson
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.periods import Frequency, Period
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.settings import USUAL, Settings


class Statistic(StrEnum):
    """What kind of figure it is: it decides how sure a figure can be said to be."""

    PROPORTION = "proportion"
    RATE = "rate"
    STANDARDISED = "standardised rate"
    MEAN = "mean"
    COUNT = "count"
    SCORE = "score"


class Status(StrEnum):
    """How final an observation is, or why it has no value."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    REVISED = "revised"
    SUPPRESSED = "suppressed"
    NOT_AVAILABLE = "not available"
    NOT_APPLICABLE = "not applicable"

    @property
    def has_value(self) -> bool:
        return self in {Status.FINAL, Status.PROVISIONAL, Status.REVISED}


class TargetKind(StrEnum):
    """What a target is; a BASELINE is what the process is compared with, not what it is to reach."""

    TARGET = "target"
    PLAN = "plan"
    TRAJECTORY = "trajectory"
    STANDARD = "standard"
    BASELINE = "baseline"


class LinkKind(StrEnum):
    """What a metric can be linked to."""

    SCHEME = "scheme"
    MINUTE = "minute"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric as it stands today; its definitions over time are `Definition`.

    `multiplier` makes the value of numerator / denominator (100 for per cent, 100,000 for per 100,000).
    `owner` is who answers for its figures; `note` what a reader must know ("rolling year").
    """

    id: int
    key: str
    name: str
    short: str = ""
    unit: str = ""
    direction: Direction = Direction.NEUTRAL
    frequency: Frequency = Frequency.MONTHLY
    statistic: Statistic = Statistic.SCORE
    multiplier: float = 1.0
    numerator: str = ""
    denominator: str = ""
    source: str = ""
    owner: str = ""
    note: str = ""
    settings: Settings = USUAL

    @property
    def title(self) -> str:
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class Definition:
    """How a metric was defined from a day to a day (None: open); `code` is its number in the template."""

    id: int
    metric_id: int
    starts: date | None
    ends: date | None
    name: str
    text: str = ""
    numerator: str = ""
    denominator: str = ""
    unit: str = ""
    frequency: str = ""
    source: str = ""
    code: str = ""
    framework: str = ""

    def holds_on(self, day: date) -> bool:
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Area:
    """A place or organisation that figures are of; `code` is its ONS or ODS code, "" where it has none."""

    id: int
    code: str
    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """A metric's figure of an area in a period; `value` is None where `status` says why."""

    id: int
    metric_id: int
    area_id: int
    period: Period
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    lower: float | None = None
    upper: float | None = None
    status: Status = Status.FINAL
    note: str = ""
    source: str = ""
    received_on: date | None = None

    @property
    def provisional(self) -> bool:
        return self.status is Status.PROVISIONAL


@dataclass(frozen=True, slots=True)
class Target:
    """What a metric is to reach from a day to a day; `area_id` is None where it holds everywhere.

    `wording` is how the paper says it, `source` which paper.
    """

    id: int
    metric_id: int
    area_id: int | None
    kind: TargetKind
    value: float
    starts: date | None = None
    ends: date | None = None
    wording: str = ""
    source: str = ""

    def holds_on(self, day: date) -> bool:
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Break:
    """From this day on the figures mean something else: a new definition, a new way of counting."""

    id: int
    metric_id: int
    area_id: int | None
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Recalculation:
    """Limits that begin anew: from which date of the series, why, who said so and when."""

    id: int
    metric_id: int
    area_id: int | None
    on: date
    reason: str
    who: str
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class Commentary:
    """What was said of a metric's figure of a period."""

    id: int
    metric_id: int
    area_id: int | None
    period: Period
    text: str
    author: str = ""
    written_on: date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What serves or discussed a metric; `ref` names it in words ("NNHWB/2022-23 scheme 4")."""

    id: int
    metric_id: int
    kind: LinkKind
    target_id: int | None
    ref: str


@dataclass(frozen=True, slots=True)
class Record:
    """All that is kept of one metric in one area, in the order of time."""

    metric: Metric
    area: Area
    observations: tuple[Observation, ...] = ()
    targets: tuple[Target, ...] = ()
    breaks: tuple[Break, ...] = ()
    recalculations: tuple[Recalculation, ...] = ()
    commentary: tuple[Commentary, ...] = ()
    links: tuple[Link, ...] = field(default=())

    @property
    def ref(self) -> str:
        """What names a metric in an area: "length_of_stay/E06000061"."""
        return f"{self.metric.key}/{self.area.code or self.area.name}"

    @property
    def latest(self) -> Observation | None:
        """The newest observation with a value."""
        return next((each for each in reversed(self.observations) if each.value is not None), None)

    def target_on(self, day: date) -> Target | None:
        """What is to be reached on a day: one of the area goes before one of everywhere, the newest first."""
        held = [t for t in self.targets if t.kind is not TargetKind.BASELINE and t.holds_on(day)]
        held.sort(key=lambda t: (t.area_id is not None, t.starts or date.min))
        return held[-1] if held else None

    @property
    def baseline(self) -> Target | None:
        return next((target for target in self.targets if target.kind is TargetKind.BASELINE), None)


def interval_of(metric: Metric, observation: Observation) -> Interval | None:
    """How sure a figure is: its published limits, else those of its parts (Wilson, Byar); None without."""
    value, x, n = observation.value, observation.numerator, observation.denominator
    if value is None:
        return None
    if observation.lower is not None and observation.upper is not None:
        return Interval(value, observation.lower, observation.upper, "as published")
    if x is None or n is None or n <= 0 or x < 0:
        return None
    if metric.statistic is Statistic.PROPORTION and x <= n:
        return wilson(x, n, multiplier=metric.multiplier or PER_CENT)
    if metric.statistic is Statistic.RATE:
        return rate(x, n, multiplier=metric.multiplier)
    return None


def value_shown(metric: Metric, observation: Observation | None) -> str:
    """The figure, or why there is none: "95.3 %", "suppressed"."""
    if observation is None:
        return "no figure yet"
    if observation.value is None:
        return observation.status.value
    return shown(observation.value, metric.unit)
