"""What a person should know of figures that can be taken: new metrics, cells with a mark, empty cells."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from boardtool.domain.imports import Warned
from boardtool.services.exchange.figure_rows import MeantFigure

_ROWS_NAMED = 8


def of_new_metrics(figures: Sequence[MeantFigure]) -> Iterator[Warned]:
    """Each metric that nothing knows, once."""
    new: dict[str, MeantFigure] = {}
    for figure in figures:
        if figure.metric.is_new:
            new.setdefault(figure.metric.key, figure)
    for figure in new.values():
        found = figure.found
        reason = f"“{figure.metric.facts.name}” is a new metric: say which way is better once it is taken"
        yield Warned(found.sheet, found.row, found.cells.get("metric", ""), found.metric.name, reason)


def of_marks(figures: Sequence[MeantFigure]) -> Iterator[Warned]:
    """Each cell that has a mark in place of a figure, and how many cells are empty where one should be."""
    empty: dict[str, list[int]] = defaultdict(list)
    for figure in figures:
        found = figure.found
        if found.status.has_value or not found.has_figure:
            continue
        if "value" in found.cells:
            words = f"{found.status.value}: {figure.key} has no figure"
            yield Warned(found.sheet, found.row, found.cells["value"], found.mark, words)
        elif found.value is None:
            empty[found.sheet].append(found.row)
    for sheet, rows in empty.items():
        yield Warned(sheet, rows[0], "", "", _of_empty(rows))


def _of_empty(rows: Sequence[int]) -> str:
    named = ", ".join(map(str, rows[:_ROWS_NAMED]))
    more = f" and {len(rows) - _ROWS_NAMED} more" if len(rows) > _ROWS_NAMED else ""
    if len(rows) == 1:
        return f"row {named} has no value: it is kept as not available"
    return f"{len(rows)} rows have no value (rows {named}{more}): they are kept as not available"
