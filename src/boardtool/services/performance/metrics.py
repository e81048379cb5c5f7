"""Taking metrics into a library: from the lists that ship, or of one's own, and onto a board's scorecard."""

from collections.abc import Collection, Sequence
from datetime import date

from boardtool.data.performance import areas, frameworks, metrics, records, shipped
from boardtool.data.store import Step, Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.lists import KnownFramework, KnownMetric, KnownStep
from boardtool.domain.performance.metrics import Statistic
from boardtool.domain.performance.periods import Frequency
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.settings import Settings
from boardtool.domain.performance.settings_words import change_words
from boardtool.domain.text import clean_line, clean_text, folded


def use_framework(store: Store, *, key: str) -> int:
    """Take a framework that ships with boardtool into the library, with its metrics; its id.

    Metrics that are there stay as they are and get the framework's definition; one that is there already
    changes nothing.

    Raises:
        NotFoundError: no such framework is known.
    """
    known = shipped.known_framework(key)
    with store.step(f"Take in {known.name}") as step:
        return enter_framework(step, known)


def enter_framework(step: Step, known: KnownFramework) -> int:
    """The framework in the library, entered where it is not there yet; its id."""
    there = {framework.key: framework.id for framework in frameworks.every(step.reading)}
    if known.key in there:
        return there[known.key]
    framework_id = frameworks.add(step, key=known.key, name=known.name, source=known.source, note=known.note)
    ids: dict[str, int] = {}
    for place in known.places:
        facts = shipped.known_metrics()[place.key]
        ids[place.key] = enter_metric(step, facts)
        frameworks.add_metric(
            step,
            framework_id=framework_id,
            metric_id=ids[place.key],
            heading=place.heading,
            code=place.code,
        )
        metrics.add_definition(
            step,
            metric_id=ids[place.key],
            name=facts.name,
            starts=known.starts,
            ends=known.ends,
            text=facts.definition,
            numerator=facts.numerator,
            denominator=facts.denominator,
            unit=facts.unit,
            frequency=place.frequency or facts.frequency.value,
            source=facts.source,
            code=place.code,
            framework=known.name,
        )
    for thread in known.threads:
        _enter_thread(step, framework_id, thread, ids)
    return framework_id


def enter_metric(step: Step, facts: KnownMetric) -> int:
    """A known metric in the library, entered where it is not there yet; its id."""
    there = {metric.key: metric.id for metric in metrics.every(step.reading)}
    if facts.key in there:
        return there[facts.key]
    return metrics.add(
        step,
        key=facts.key,
        name=facts.name,
        short=facts.short,
        unit=facts.unit,
        direction=facts.direction.value,
        frequency=facts.frequency.value,
        statistic=facts.statistic.value,
        multiplier=facts.multiplier,
        numerator=facts.numerator,
        denominator=facts.denominator,
        source=facts.source,
        note=facts.note,
    )


def _enter_thread(step: Step, framework_id: int, thread: Sequence[KnownStep], ids: dict[str, int]) -> None:
    """A golden thread; steps that an earlier one shares from the top are not entered twice."""
    parent: int | None = None
    for each in thread:
        held = frameworks.thread(step.reading, framework_id)
        same = [
            node.id
            for node in held
            if (node.parent_id, node.kind, node.text) == (parent, each.kind, each.text)
        ]
        parent = (
            same[0]
            if same
            else frameworks.add_node(
                step,
                framework_id=framework_id,
                parent_id=parent,
                kind=each.kind,
                text=each.text,
                metric_id=ids.get(each.key),
            )
        )


def add_metric(
    store: Store,
    *,
    key: str,
    name: str,
    unit: str = "",
    direction: Direction = Direction.NEUTRAL,
    frequency: Frequency = Frequency.MONTHLY,
    statistic: Statistic = Statistic.SCORE,
    multiplier: float = 1.0,
    **words: str,
) -> int:
    """Add a metric of one's own; its id. `words` are short, numerator, denominator, source, owner, note.

    Raises:
        CannotDoError: it has no key or name, or another one has the key.
    """
    key, name = folded(key).replace(" ", "_"), clean_line(name)
    if not key or not name:
        raise CannotDoError("A metric needs a name and a short key of letters and figures.")
    with store.step(f"Add metric {name}") as step:
        if any(metric.key == key for metric in metrics.every(step.reading)):
            raise CannotDoError(f"There is a metric with the key {key} already. Choose another key.")
        return metrics.add(
            step,
            key=key,
            name=name,
            unit=clean_line(unit),
            direction=direction.value,
            frequency=frequency.value,
            statistic=statistic.value,
            multiplier=multiplier,
            **{field: clean_text(text) for field, text in words.items()},
        )


def change_metric(
    store: Store, *, metric_id: int, **values: str | float | Direction | Frequency | Statistic
) -> None:
    """Change what a metric is; its key stays."""
    with store.step("Change metric") as step:
        metrics.by_id(step.reading, metric_id)
        metrics.change(
            step,
            metric_id,
            **{
                name: clean_text(value) if isinstance(value, str) else value for name, value in values.items()
            },
        )


def change_settings(store: Store, *, metric_id: int, settings: Settings) -> None:
    """Change how a metric's charts are judged and what they show; the step says what changed.

    Raises:
        NotFoundError: the metric was taken back meanwhile.
    """
    with store.reading() as reading:
        words = change_words(metrics.by_id(reading, metric_id).settings, settings)
    if not words:
        return
    with store.step(f"Chart settings: {words}") as step:
        metrics.by_id(step.reading, metric_id)
        metrics.change_settings(step, metric_id, settings)


def remove_metric(store: Store, *, metric_id: int) -> None:
    """Take a metric away with its figures; undo brings all of it back."""
    with store.step("Remove metric") as step:
        metrics.by_id(step.reading, metric_id)
        metrics.remove(step, metric_id)


def define(
    store: Store,
    *,
    metric_id: int,
    name: str,
    starts: date | None = None,
    ends: date | None = None,
    **words: str,
) -> int:
    """Add how a metric is defined from a day to a day; its id. `words` are the other fields of `Definition`.

    Raises:
        CannotDoError: it ends before it starts.
    """
    if starts and ends and ends < starts:
        raise CannotDoError("The definition ends before it starts.")
    with store.step("Define metric") as step:
        return metrics.add_definition(
            step,
            metric_id=metric_id,
            name=clean_line(name),
            starts=starts,
            ends=ends,
            **{field: clean_text(text) for field, text in words.items()},
        )


def remove_definition(store: Store, *, definition_id: int) -> None:
    """Take a definition away; the metric and its figures stay as they are."""
    with store.step("Remove definition") as step:
        metrics.remove_definition(step, definition_id)


def put_on_scorecard(store: Store, *, board_id: int, metric_id: int, area_id: int) -> None:
    """Put a metric of an area on a board's scorecard, at its end; one that is there stays where it is."""
    with store.step("Put metric on the scorecard") as step:
        enter_on_scorecard(step, board_id, metric_id, area_id)


def enter_on_scorecard(step: Step, board_id: int, metric_id: int, area_id: int) -> None:
    there = {(place.metric_id, place.area_id) for place in records.places(step.reading, board_id)}
    if (metric_id, area_id) not in there:
        records.add_place(step, board_id=board_id, metric_id=metric_id, area_id=area_id)


def take_off_scorecard(store: Store, *, board_id: int, shown: Collection[tuple[int, int]]) -> None:
    """Take metrics in areas (their ids) off a board's scorecard, in one step; their figures stay."""
    what = "metric" if len(shown) == 1 else "metrics"
    with store.step(f"Take {what} off the scorecard") as step:
        for place in records.places(step.reading, board_id):
            if (place.metric_id, place.area_id) in shown:
                records.remove_place(step, place.id)


def order_scorecard(store: Store, *, board_id: int, places: Sequence[int]) -> None:
    """Put the scorecard's rows (ids of `ScorecardPlace`) in this order."""
    with store.step("Order the scorecard") as step:
        there = [place.id for place in records.places(step.reading, board_id)]
        records.reorder_places(step, [*places, *(place for place in there if place not in places)])


def watch_areas(store: Store, *, board_id: int, area_ids: Sequence[int]) -> None:
    """Say which areas a board watches, its own first; imports remember it."""
    with store.step("Choose areas") as step:
        areas.watch(step, board_id, area_ids)


def add_area(store: Store, *, name: str, code: str = "", kind: str = "") -> int:
    """Add a place or organisation that figures are of; its id.

    Raises:
        CannotDoError: it has no name, or one with this code or name is there.
    """
    name, code = clean_line(name), clean_line(code)
    if not name:
        raise CannotDoError("An area needs a name.")
    with store.step(f"Add area {name}") as step:
        known = areas.names(step.reading)
        if folded(code or name) in known:
            raise CannotDoError(f"The area {code or name} is there already.")
        return areas.add(step, name=name, code=code, kind=kind)
