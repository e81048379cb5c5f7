"""Which line of a plan a row of a workbook is: one ID on several lines is normal, so more is looked at."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from boardtool.domain.bcf.plans import Income, Line

# The names are those of a line's fields, and each value is of its field's type.
Values = Mapping[str, Any]
Key = Callable[[Values], Hashable]

_ALL = ("scheme_id", "name", "description", "scheme_type", "sub_type", "area_of_spend", "provider", "source")
_LOOSER: tuple[tuple[str, ...], ...] = (
    (*_ALL, "expenditure"),
    _ALL,
    ("scheme_id", "source", "provider", "area_of_spend", "scheme_type"),
    ("scheme_id", "source", "provider", "area_of_spend"),
    ("scheme_id", "description"),
    ("scheme_id", "scheme_type", "source"),
    ("scheme_id", "expenditure"),
)


def matched_lines(rows: Sequence[Values], lines: Sequence[Line]) -> list[Line | None]:
    """For every row the line that it is, None for a new one.

    What agrees in most goes first: ID, source, provider, area and the order tell lines of one scheme apart.
    Of rows that agree with several lines equally the first is the first of them.
    """
    found: list[Line | None] = [None] * len(rows)
    free = list(lines)
    for names in _LOOSER:
        by_key: dict[Hashable, list[Line]] = {}
        for line in free:
            by_key.setdefault(tuple(getattr(line, name) for name in names), []).append(line)
        for place, row in enumerate(rows):
            if found[place] is not None or not row.get("scheme_id"):
                continue
            same = by_key.get(tuple(row.get(name) for name in names))
            if same:
                found[place] = same.pop(0)
        taken = {line.id for line in found if line is not None}
        free = [line for line in free if line.id not in taken]
    return _same_id_one_left(rows, free, found)


def _same_id_one_left(
    rows: Sequence[Values], free: list[Line], found: list[Line | None]
) -> list[Line | None]:
    """A row and a line that are each the only one left of their ID are one."""
    for place, row in enumerate(rows):
        scheme = row.get("scheme_id")
        if found[place] is not None:
            continue
        others = [line for line in free if line.scheme_id == scheme]
        same = [at for at, other in enumerate(rows) if other.get("scheme_id") == scheme and found[at] is None]
        if len(others) == 1 and same == [place]:
            found[place] = others[0]
    return found


def matched_income(rows: Sequence[Values], income: Sequence[Income]) -> list[Income | None]:
    """For every row of income the contribution that it is: of its source and body, else the only one."""
    free = list(income)
    found: list[Income | None] = []
    for row in rows:
        same = [one for one in free if (one.source, one.body) == (row["source"], row["body"])]
        of_source = [one for one in free if one.source == row["source"]]
        rows_of_source = [other for other in rows if other["source"] == row["source"]]
        chosen = same[0] if same else None
        if chosen is None and len(of_source) == len(rows_of_source) == 1:
            chosen = of_source[0]
        if chosen is not None:
            free.remove(chosen)
        found.append(chosen)
    return found
