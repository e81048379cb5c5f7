"""Frameworks as the store keeps them: which metrics they list, and their golden threads."""

from collections import defaultdict

from sqlalchemy import Row, select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import FRAMEWORK, FRAMEWORK_METRIC, THREAD_NODE
from boardtool.domain.errors import NotFoundError
from boardtool.domain.performance.frameworks import Framework, Listed, ThreadKind, ThreadNode


def every(reading: Reading) -> list[Framework]:
    """All frameworks in the order in which they came."""
    found = reading.execute(select(FRAMEWORK).order_by(FRAMEWORK.c.id))
    return [Framework(row.id, row.key, row.name, row.source, row.note) for row in found]


def by_key(reading: Reading, key: str) -> Framework:
    """The framework of a key.

    Raises:
        NotFoundError: the library has none of this key.
    """
    for framework in every(reading):
        if framework.key.casefold() == key.strip().casefold():
            return framework
    raise NotFoundError(f"There is no framework {key} in this library.")


def listed(reading: Reading, framework_id: int) -> list[Listed]:
    """A framework's metrics in its order."""
    found = reading.execute(
        select(FRAMEWORK_METRIC)
        .where(FRAMEWORK_METRIC.c.framework_id == framework_id)
        .order_by(FRAMEWORK_METRIC.c.position)
    )
    return [Listed(row.id, row.framework_id, row.metric_id, row.heading, row.code) for row in found]


def names_by_metric(reading: Reading) -> dict[int, tuple[str, ...]]:
    """The names of the frameworks that each metric is in."""
    found = reading.execute(
        select(FRAMEWORK_METRIC.c.metric_id, FRAMEWORK.c.name)
        .join(FRAMEWORK, FRAMEWORK.c.id == FRAMEWORK_METRIC.c.framework_id)
        .order_by(FRAMEWORK.c.id)
    )
    names: dict[int, list[str]] = defaultdict(list)
    for row in found:
        names[row.metric_id].append(row.name)
    return {metric: tuple(those) for metric, those in names.items()}


def thread(reading: Reading, framework_id: int) -> list[ThreadNode]:
    """The steps of a framework's golden threads, parents before children."""
    found = reading.execute(
        select(THREAD_NODE)
        .where(THREAD_NODE.c.framework_id == framework_id)
        .order_by(THREAD_NODE.c.position, THREAD_NODE.c.id)
    )
    return [_node(row) for row in found]


def add(step: Step, *, key: str, name: str, **values: object) -> int:
    return rows.add(step, FRAMEWORK, key=key, name=name, **values)


def add_metric(step: Step, *, framework_id: int, metric_id: int, heading: str = "", code: str = "") -> int:
    position = rows.next_position(step, FRAMEWORK_METRIC, "framework_id", framework_id)
    return rows.add(
        step,
        FRAMEWORK_METRIC,
        framework_id=framework_id,
        metric_id=metric_id,
        position=position,
        heading=heading,
        code=code,
    )


def add_node(
    step: Step,
    *,
    framework_id: int,
    parent_id: int | None,
    kind: ThreadKind,
    text: str,
    metric_id: int | None = None,
) -> int:
    position = rows.next_position(step, THREAD_NODE, "framework_id", framework_id)
    return rows.add(
        step,
        THREAD_NODE,
        framework_id=framework_id,
        parent_id=parent_id,
        position=position,
        kind=kind.value,
        text=text,
        metric_id=metric_id,
    )


def node(reading: Reading, node_id: int) -> ThreadNode:
    """A step of a golden thread.

    Raises:
        NotFoundError: it is not there any more.
    """
    row = reading.execute(select(THREAD_NODE).where(THREAD_NODE.c.id == node_id)).one_or_none()
    if row is None:
        raise NotFoundError("This step of the golden thread is not there any more.")
    return _node(row)


def change_node(step: Step, node_id: int, **values: object) -> None:
    rows.change(step, THREAD_NODE, node_id, values)


def remove_node(step: Step, node_id: int) -> None:
    """Take a step away with all that hangs on it."""
    rows.remove(step, THREAD_NODE, node_id)


def _node(row: Row[tuple[object, ...]]) -> ThreadNode:
    return ThreadNode(row.id, row.framework_id, row.parent_id, ThreadKind(row.kind), row.text, row.metric_id)
