"""Putting metrics on a board's scorecard in one step: a shipped list, one that is there, or a new one."""

from boardtool.data.performance import areas, frameworks, metrics, shipped
from boardtool.data.store import Step, Store
from boardtool.domain.dates import long_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.metrics import Statistic
from boardtool.domain.performance.periods import Frequency
from boardtool.domain.performance.series import Direction
from boardtool.domain.text import clean_line, folded
from boardtool.services.performance.metrics import enter_framework, enter_on_scorecard

_PER_CENT, _PER_100_000 = 100.0, 100_000.0
_LONGEST_KEY = 40


def lists() -> list[tuple[str, str]]:
    """The lists of metrics that ship: key and name."""
    return [(known.key, known.name) for known in shipped.known_frameworks().values()]


def list_says(key: str) -> str:
    """What is in a list that ships: "9 metrics: Good development at 2 to 3, …", its dates and its note.

    Raises:
        NotFoundError: no such list ships.
    """
    known = shipped.known_framework(key)
    metrics_of_it = [shipped.known_metrics()[place.key] for place in known.places]
    names = ", ".join(metric.short or metric.name for metric in metrics_of_it)
    said = [f"{len(metrics_of_it)} metrics: {names}."]
    if known.starts is not None:
        until = f" to {long_date(known.ends)}" if known.ends is not None else ""
        said.append(f"Holds from {long_date(known.starts)}{until}.")
    return " ".join([*said, known.note]).strip()


def put_list_on_scorecard(store: Store, *, board_id: int, key: str, area: str) -> int:
    """Put every metric of a shipped list on a board's scorecard, in an area; how many there are.

    Raises:
        NotFoundError: no such list ships.
        CannotDoError: no area is named.
    """
    known = shipped.known_framework(key)
    with store.step(f"Put {known.name} on the scorecard") as step:
        area_id = _area(step, area)
        listed = frameworks.listed(step.reading, enter_framework(step, known))
        for place in listed:
            enter_on_scorecard(step, board_id, place.metric_id, area_id)
        return len(listed)


def put_metric_on_scorecard(store: Store, *, board_id: int, key: str, area: str) -> str:
    """Put a metric that is there on a board's scorecard, in an area; its key.

    Raises:
        NotFoundError: there is no such metric.
        CannotDoError: no area is named.
    """
    with store.step("Put metric on the scorecard") as step:
        enter_on_scorecard(step, board_id, metrics.by_key(step.reading, key).id, _area(step, area))
        return key


def add_metric_to_scorecard(
    store: Store,
    *,
    board_id: int,
    area: str,
    name: str,
    unit: str = "",
    direction: Direction = Direction.NEUTRAL,
    frequency: Frequency = Frequency.MONTHLY,
    owner: str = "",
) -> str:
    """Add a metric of one's own and put it on a board's scorecard; its key, made from its name.

    "%" makes it a proportion, "per 100,000" a rate.

    Raises:
        CannotDoError: it has no name, no area is named, or a metric of the name is there.
    """
    name, unit = clean_line(name), clean_line(unit)
    key = "_".join(folded(name).replace("/", " ").split())[:_LONGEST_KEY]
    if not key:
        raise CannotDoError("A metric needs a name.")
    statistic, multiplier = {
        "%": (Statistic.PROPORTION, _PER_CENT),
        "per 100,000": (Statistic.RATE, _PER_100_000),
    }.get(unit, (Statistic.SCORE, 1.0))
    with store.step(f"Add metric {name}") as step:
        if folded(name) in metrics.names(step.reading):
            raise CannotDoError(f"There is a metric {name} already: choose it under What.")
        metric_id = metrics.add(
            step,
            key=key,
            name=name,
            unit=unit,
            direction=direction.value,
            frequency=frequency.value,
            statistic=statistic.value,
            multiplier=multiplier,
            owner=clean_line(owner),
        )
        enter_on_scorecard(step, board_id, metric_id, _area(step, area))
        return key


def _area(step: Step, name: str) -> int:
    """The area of a name or code, made where it is not known yet."""
    name = clean_line(name)
    if not name:
        raise CannotDoError("Say which area the figures are of.")
    known = areas.names(step.reading).get(folded(name))
    return known if known is not None else areas.add(step, name=name)
