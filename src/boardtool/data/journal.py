"""The journal: every row a step touched, before and after, and how a step is taken back.

Temporary triggers hand the old and new row to a Python function on the writing connection, inside the
transaction that changes them; so bulk statements and cascades are noted like anything else, and a change
outside a step raises. Values pass as they are: SQL text would cut a string at NUL and round some floats.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Connection as Driver
from typing import Any

from sqlalchemy import Connection, TableClause, column, delete, insert, select, table, update
from sqlalchemy import Row as StoredRow

from boardtool.data.tables import CHANGE, JOURNALLED
from boardtool.domain.errors import CannotDoError

Value = str | int | float | None
Row = dict[str, Value]


class OutsideStepError(Exception):
    """A defect of ours: something tried to write outside a step."""


class EditedSinceError(CannotDoError):
    """A step cannot be taken back by itself because rows of it were changed since."""

    def __init__(self) -> None:
        super().__init__(
            "This cannot be taken back by itself: something in it was changed since. "
            "Take back the later steps first."
        )


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after: of an update only the changed columns; None where there was no row."""

    table: str
    row: int
    before: Row | None
    after: Row | None


class Journal:
    """Notes the changes of the step in progress on one writing connection.

    Promises: nothing passes unnoted; outside a step every write raises `OutsideStepError`.
    """

    def __init__(self, driver: Driver) -> None:
        self._noted: list[Change] | None = None
        self._columns: dict[str, tuple[str, ...]] = {}
        driver.create_function("journal_note", -1, self._note)
        for watched in JOURNALLED:
            self._watch(driver, watched.name)

    def _watch(self, driver: Driver, table: str) -> None:
        """Make the triggers of a table from the columns it really has."""
        columns = tuple(row[1] for row in driver.execute(f'PRAGMA table_info("{table}")'))
        self._columns[table] = columns
        old = ", ".join(f'OLD."{column}"' for column in columns)
        new = ", ".join(f'NEW."{column}"' for column in columns)
        for event, values in (("INSERT", new), ("UPDATE", f"{old}, {new}"), ("DELETE", old)):
            driver.execute(
                f'CREATE TEMP TRIGGER "journal_{table}_{event.lower()}" AFTER {event} ON main."{table}" '
                f"BEGIN SELECT journal_note('{table}', '{event}', {values}); END"
            )

    def _note(self, table: str, event: str, *values: Value) -> None:
        if self._noted is None:
            raise OutsideStepError
        columns = self._columns[table]
        if event == "INSERT":
            row = dict(zip(columns, values, strict=True))
            self._noted.append(Change(table, _identity(row), None, row))
        elif event == "DELETE":
            row = dict(zip(columns, values, strict=True))
            self._noted.append(Change(table, _identity(row), row, None))
        else:
            before = dict(zip(columns, values[: len(columns)], strict=True))
            after = dict(zip(columns, values[len(columns) :], strict=True))
            changed = [column for column in columns if _differ(before[column], after[column])]
            if changed:
                self._noted.append(
                    Change(
                        table,
                        _identity(before),
                        {column: before[column] for column in changed},
                        {column: after[column] for column in changed},
                    )
                )

    def begin(self) -> None:
        self._noted = []

    def check_nothing_else_touched(self, taken_back: Sequence[Change]) -> None:
        """Make sure that taking back changes touched no other rows: those would have been made since.

        Raises:
            EditedSinceError: a row that hangs on one of these went or lost its place with it.
        """
        known = {(change.table, change.row) for change in taken_back}
        if any((change.table, change.row) not in known for change in self._noted or ()):
            raise EditedSinceError

    def end(self) -> list[Change]:
        """Stop noting; what was noted, in order."""
        noted, self._noted = self._noted or [], None
        return noted


def _identity(row: Row) -> int:
    identity = row["id"]
    assert isinstance(identity, int)
    return identity


def _differ(before: Value, after: Value) -> bool:
    # 1 and 1.0 are equal to Python but not the same to the file.
    return type(before) is not type(after) or before != after


def record(connection: Connection, step: int, changes: Sequence[Change]) -> None:
    """Write the changes of a step."""
    if changes:
        connection.execute(
            insert(CHANGE),
            [
                {
                    "step_id": step,
                    "table_name": change.table,
                    "row_id": change.row,
                    "before": _packed(change.before),
                    "after": _packed(change.after),
                }
                for change in changes
            ],
        )


def fold(connection: Connection, step: int, changes: Sequence[Change]) -> None:
    """Fold changes into a step that has the same rows already: its `before` stays, `after` moves on."""
    for change in changes:
        earlier = connection.execute(
            select(CHANGE)
            .where(
                CHANGE.c.step_id == step, CHANGE.c.table_name == change.table, CHANGE.c.row_id == change.row
            )
            .order_by(CHANGE.c.id.desc())
            .limit(1)
        ).one_or_none()
        foldable = earlier is not None and change.before is not None and change.after is not None
        if not foldable or earlier is None or earlier.after is None:
            record(connection, step, [change])
            continue
        before, after = _unpacked(earlier.before), _unpacked(earlier.after) or {}
        if before is not None:
            before = {**(change.before or {}), **before}
        connection.execute(
            update(CHANGE)
            .where(CHANGE.c.id == earlier.id)
            .values(before=_packed(before), after=_packed({**after, **(change.after or {})}))
        )


def changes_of(connection: Connection, step: int) -> list[Change]:
    rows = connection.execute(select(CHANGE).where(CHANGE.c.step_id == step).order_by(CHANGE.c.id))
    return [_change(row) for row in rows]


def every_change(connection: Connection) -> list[tuple[int, Change]]:
    """All that was ever changed, each with its step, in order."""
    return [(row.step_id, _change(row)) for row in connection.execute(select(CHANGE).order_by(CHANGE.c.id))]


def _change(row: StoredRow[Any]) -> Change:
    return Change(row.table_name, row.row_id, _unpacked(row.before), _unpacked(row.after))


def take_back(connection: Connection, changes: Sequence[Change]) -> None:
    """Put back what was before, newest first: each state on the way was once valid.

    Raises:
        EditedSinceError: a row is no longer as these changes left it.
    """
    _check_untouched(connection, changes)
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for change in reversed(changes):
        _put_back(connection, change)


def _check_untouched(connection: Connection, changes: Sequence[Change]) -> None:
    for (name, row), left in _as_left(changes).items():
        raw = _raw(name, "id", *(left or ()))
        now = connection.execute(select(raw).where(raw.c.id == row)).mappings().one_or_none()
        untouched = now is None if left is None else now is not None and _holds(dict(now), left)
        if not untouched:
            raise EditedSinceError


def _as_left(changes: Sequence[Change]) -> dict[tuple[str, int], Row | None]:
    """What changes left of each row: the values they gave it, None where they removed it."""
    rows: dict[tuple[str, int], Row | None] = {}
    for change in changes:
        key = change.table, change.row
        rows[key] = None if change.after is None else {**(rows.get(key) or {}), **change.after}
    return rows


def _holds(row: Mapping[str, object], wanted: Row) -> bool:
    return all(row[column] == value for column, value in wanted.items())


def _put_back(connection: Connection, change: Change) -> None:
    raw = _raw(change.table, "id", *(change.before or ()))
    if change.before is None:
        connection.execute(delete(raw).where(raw.c.id == change.row))
    elif change.after is None:
        connection.execute(insert(raw).values(**change.before))
    else:
        connection.execute(update(raw).where(raw.c.id == change.row).values(**change.before))


def _raw(name: str, *columns: str) -> TableClause:
    """A table without types: the journal puts back exactly the values that the file held."""
    return table(name, *(column(each) for each in dict.fromkeys(columns)))


def rows_of(changes: Iterable[Change]) -> dict[str, frozenset[int]]:
    """Which rows of which tables were touched."""
    rows: defaultdict[str, set[int]] = defaultdict(set)
    for change in changes:
        rows[change.table].add(change.row)
    return {table: frozenset(ids) for table, ids in rows.items()}


def _packed(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _unpacked(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)
