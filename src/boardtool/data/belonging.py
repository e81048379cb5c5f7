"""Which steps touched a board or a meeting: what points at it, at whatever remove, belongs to it.

Rows that are gone belong as they did: the journal remembers what they pointed at.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter

from sqlalchemy import Table, select

from boardtool.data.journal import every_change
from boardtool.data.store import Reading
from boardtool.data.tables import JOURNALLED

Pointers = Mapping[str, str]
"""Of one table: column → the table that it points at."""


def steps_touching(reading: Reading, table: str, row: int) -> set[int]:
    """The steps that changed a row of `table` ("board", "meeting") or anything that belongs to it."""
    changes = every_change(reading)
    gone: dict[str, list[tuple[int, Mapping[str, object]]]] = defaultdict(list)
    for _, change in changes:
        for values in (change.before, change.after):
            gone[change.table].append((change.row, values or {}))
    belonging: dict[str, set[int]] = {table: {row}}
    for each, pointers in _children_last(reading):
        if each.name == table or not any(belonging.get(pointed) for pointed in pointers.values()):
            continue
        belonging[each.name] = {
            held
            for held, values in (*_living(reading, each, pointers), *gone[each.name])
            if any(values.get(column) in belonging.get(pointed, ()) for column, pointed in pointers.items())
        }
    return {step for step, change in changes if change.row in belonging.get(change.table, ())}


def _children_last(reading: Reading) -> Iterator[tuple[Table, Pointers]]:
    """The tables of the library, each after those that it points at."""
    by_name = {table.name: table for table in JOURNALLED}
    pointers = {name: _pointers(reading, name) for name in by_name}
    for name in TopologicalSorter(
        {name: set(each.values()) for name, each in pointers.items()}
    ).static_order():
        yield by_name[name], pointers[name]


def _pointers(reading: Reading, name: str) -> Pointers:
    found = reading.exec_driver_sql(f'PRAGMA foreign_key_list("{name}")').mappings()
    return {str(key["from"]): str(key["table"]) for key in found if key["table"] != name}


def _living(reading: Reading, table: Table, pointers: Pointers) -> Iterator[tuple[int, Mapping[str, object]]]:
    for row in reading.execute(select(table.c.id, *(table.c[column] for column in pointers))).mappings():
        yield row["id"], {column: row[column] for column in pointers}
