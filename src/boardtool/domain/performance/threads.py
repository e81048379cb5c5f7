"""The golden thread read from the top: what hangs on which step, how deep, and where a measure is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boardtool.domain.performance.frameworks import ThreadKind, ThreadNode

_ORDER = tuple(ThreadKind)
_MEASURED = {ThreadKind.LEAD_KPI, ThreadKind.OPERATIONAL_KPI}


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """A step of a thread; `depth` counts from 0 at the top, `gap` says what measure is missing."""

    node: ThreadNode
    depth: int
    gap: str = ""


def steps_of(nodes: Sequence[ThreadNode]) -> tuple[ThreadStep, ...]:
    """The steps of a framework, each over what hangs on it, in the order in which they were put."""
    under: dict[int | None, list[ThreadNode]] = {}
    for node in nodes:
        under.setdefault(node.parent_id, []).append(node)
    return tuple(_walk(None, 0, under))


def _walk(parent: int | None, depth: int, under: dict[int | None, list[ThreadNode]]) -> Iterator[ThreadStep]:
    for node in under.get(parent, ()):
        yield ThreadStep(node, depth, _gap(node, under))
        yield from _walk(node.id, depth + 1, under)


def _gap(node: ThreadNode, under: dict[int | None, list[ThreadNode]]) -> str:
    """A KPI needs a metric, and an outcome a KPI that has one."""
    if node.kind in _MEASURED and node.metric_id is None:
        return "No metric shows it yet"
    if node.kind is ThreadKind.OUTCOME and not _shown(node, under):
        return "No measure shows whether it is reached"
    return ""


def _shown(node: ThreadNode, under: dict[int | None, list[ThreadNode]]) -> bool:
    return node.metric_id is not None or any(_shown(each, under) for each in under.get(node.id, ()))


def kind_beneath(kind: ThreadKind | None) -> ThreadKind:
    """What usually hangs on a step of a kind; a thread begins with a population outcome."""
    if kind is None:
        return _ORDER[0]
    return _ORDER[min(_ORDER.index(kind) + 1, len(_ORDER) - 1)]
