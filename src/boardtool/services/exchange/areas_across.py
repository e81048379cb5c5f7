"""A table of figures whose columns are areas: known by the areas' names, never taken for metrics."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from boardtool.data import boards
from boardtool.data.excel.figures.found import FoundFigure, NamedArea
from boardtool.data.performance import areas
from boardtool.data.store import Reading
from boardtool.domain.errors import InputRefusedError
from boardtool.services.exchange.figure_names import without_council


def areas_in_their_place(
    reading: Reading, figures: Sequence[FoundFigure], columns: Mapping[str, str]
) -> list[FoundFigure]:
    """The figures, those of a column of values that is headed by an area as that area's.

    Raises:
        InputRefusedError: areas stand where the metrics should, so nothing says what the figures are of.
    """
    known = _known(reading)
    nameless = [each for each in figures if each.area is None]
    across = list(
        dict.fromkeys(each.metric.name for each in nameless if without_council(each.metric.name) in known)
    )
    if across:
        names = " and ".join(f"“{name}”" for name in across[:2])
        raise InputRefusedError(
            f"{names} over the columns are areas, and nothing says which metric the figures are of. "
            "Give each figure a row of its own, with its metric, area and period."
        )
    heading = columns.get("value", "")
    if not nameless or without_council(heading) not in known:
        return list(figures)
    return [replace(each, area=NamedArea(heading)) if each.area is None else each for each in figures]


def _known(reading: Reading) -> set[str]:
    """The names of all areas that the library knows, and of its boards' councils."""
    councils = {without_council(board.council) for board in boards.every(reading) if board.council}
    return councils | {without_council(area.name) for area in areas.every(reading)}
