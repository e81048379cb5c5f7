"""The order of rows by a column: what has no value comes last, up as well as down."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt

from boardtool.ui.tables.column import Column, SortKey

R = TypeVar("R")

_EMPTY: tuple[SortKey, ...] = (None, "")


def in_order(rows: Sequence[R], column: Column[R], order: Qt.SortOrder) -> list[R]:
    """The rows in the order of a column; equal ones stay as they stand."""
    valued = [(sort_value(column, row), row) for row in rows]
    known = [pair for pair in valued if pair[0] not in _EMPTY]
    known.sort(key=lambda pair: (pair[0],), reverse=order is Qt.SortOrder.DescendingOrder)
    return [row for _value, row in known] + [row for value, row in valued if value in _EMPTY]


def sort_value(column: Column[R], row: R) -> SortKey:
    """What a row is sorted by: the column's own value, else its words."""
    return column.sort(row) if column.sort is not None else column.cell(row).text.casefold()


def as_they_stood(rows: Sequence[R], key: Callable[[R], Hashable], places: Mapping[Hashable, int]) -> list[R]:
    """The rows in the order of the places that they had; those that had none come last."""
    return sorted(rows, key=lambda row: places.get(key(row), len(places)))
