"""What a person should know of figures: new metrics, cells with a mark, empty ones, ones put right."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from boardtool.data.excel.figures.found import FoundFigure
from boardtool.domain.cell_refs import row_of
from boardtool.domain.imports import Mend, Warned
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


def with_notes(figures: Sequence[FoundFigure], mends: Sequence[Mend]) -> list[FoundFigure]:
    """The figures, each with a note of what was put right in its row or in its cell."""
    if not mends:
        return list(figures)
    return [replace(each, note=_note(each, mends)) for each in figures]


def _note(figure: FoundFigure, mends: Sequence[Mend]) -> str:
    words = [mend.words for mend in mends if mend.sheet == figure.sheet and _touches(mend, figure)]
    return "; ".join(filter(None, (figure.note, *words)))


def _touches(mend: Mend, figure: FoundFigure) -> bool:
    """Whether the cell is one of the figure's; one treated as empty is in its row and no longer its own."""
    alone_in_row = "period" in figure.cells
    return mend.cell in figure.cells.values() or (
        not mend.text and alone_in_row and row_of(mend.cell) == figure.row
    )
