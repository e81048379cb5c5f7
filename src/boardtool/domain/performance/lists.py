"""The metrics and frameworks that ship with boardtool, before a library has taken any of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from boardtool.domain.performance.frameworks import ThreadKind
from boardtool.domain.performance.metrics import Statistic
from boardtool.domain.performance.periods import Frequency
from boardtool.domain.performance.series import Direction


@dataclass(frozen=True, slots=True)
class KnownMetric:
    """A metric that is known without being in a library; `also` are other names that files give it."""

    key: str
    name: str
    short: str
    unit: str
    direction: Direction
    frequency: Frequency
    statistic: Statistic
    multiplier: float
    definition: str = ""
    numerator: str = ""
    denominator: str = ""
    source: str = ""
    note: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A metric's place in a known framework; `frequency` is what that framework asks, "" as usual."""

    key: str
    heading: str = ""
    code: str = ""
    frequency: str = ""


@dataclass(frozen=True, slots=True)
class KnownStep:
    """A step of a golden thread; `key` is the metric that shows it, "" for none."""

    kind: ThreadKind
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class KnownFramework:
    """A framework that is known, with the days for which its definitions hold."""

    key: str
    name: str
    source: str
    note: str
    starts: date | None
    ends: date | None
    places: Sequence[KnownPlace] = ()
    threads: Sequence[Sequence[KnownStep]] = field(default=())


def named(known: Mapping[str, KnownMetric]) -> dict[str, str]:
    """Every name of every known metric, as it is written, to its key."""
    return {
        name: metric.key
        for metric in known.values()
        for name in (metric.key, metric.name, metric.short, *metric.also)
    }
