"""Which rows of a file are to be taken, and for each row in conflict whose words are kept."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from boardtool.data.store import Reading
from boardtool.domain.imports import RowPreview
from boardtool.services.exchange.comparing import Comparison
from boardtool.services.exchange.importing import Compare, FileRead
from boardtool.services.exchange.request import Request, Take

RowName = tuple[str, int, str]
"""What names a row of a file: its sheet, its number there, and its key."""


def name_of(row: RowPreview) -> RowName:
    return (row.sheet, row.row, row.key)


def chosen(
    found: FileRead, *, rows: Collection[RowName], winners: Mapping[RowName, Take] | None = None
) -> FileRead:
    """The file with only these rows in it, to be taken in one step like any other.

    `winners` says for single rows whose words are kept; a row in conflict that it does not name stays as
    it is here.
    """
    return replace(found, compare=partial(_compare, found.compare, frozenset(rows), dict(winners or {})))


def _compare(
    compare: Compare,
    rows: frozenset[RowName],
    winners: Mapping[RowName, Take],
    reading: Reading,
    request: Request,
    today: date,
) -> Comparison:
    """Compared once for each side that wins somewhere; every row comes from the side that wins it."""
    base = compare(reading, request, today)
    sides = {
        winner: compare(reading, replace(request, take=winner), today).rows for winner in {*winners.values()}
    }
    kept = [
        sides[winners[name]][place] if (name := name_of(row.preview)) in winners else row
        for place, row in enumerate(base.rows)
        if name_of(row.preview) in rows
    ]
    return replace(base, rows=tuple(kept))
