"""The rows of a sheet: where each row's cells lie among all of them, and their order from left to right."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar


class HasPlace(Protocol):
    """Whatever stands in a row and a column, both counted from 1."""

    @property
    def row(self) -> int: ...

    @property
    def column(self) -> int: ...


C = TypeVar("C", bound=HasPlace)


class SheetRows(Mapping[int, tuple[C, ...]]):
    """The rows of a sheet whose cells lie row by row: a row's cells are made when it is first looked at."""

    def __init__(self, row_numbers: Sequence[int], cells_in: Callable[[slice], Iterable[C]]) -> None:
        self._cells_in = cells_in
        self._spans = _spans(row_numbers)
        self._made: dict[int, tuple[C, ...]] = {}

    def __getitem__(self, row: int) -> tuple[C, ...]:
        if row not in self._made:
            self._made[row] = _in_order(self._cells_in(self._spans[row]))
        return self._made[row]

    def __iter__(self) -> Iterator[int]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)


def _spans(row_numbers: Sequence[int]) -> dict[int, slice]:
    """Where each row's cells lie, rows in order."""
    ends = {row: index for index, row in enumerate(row_numbers, 1)}
    starts = [0, *ends.values()]
    return {row: slice(start, end) for (row, end), start in zip(ends.items(), starts, strict=False)}


def rows_in_disorder(cells: Iterable[C]) -> dict[int, tuple[C, ...]]:
    """The rows of a sheet whose cells lie in any order."""
    by_row: dict[int, list[C]] = defaultdict(list)
    for cell in cells:
        by_row[cell.row].append(cell)
    return {row: _in_order(by_row[row]) for row in sorted(by_row)}


def _in_order(cells: Iterable[C]) -> tuple[C, ...]:
    """From left to right; of two in one place the later one counts."""
    by_column = {cell.column: cell for cell in cells}
    return tuple(by_column[column] for column in sorted(by_column))
