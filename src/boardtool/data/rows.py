"""The four writes that every noun needs, over one table at a time, inside a step."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Table, delete, func, insert, select, update

from boardtool.data.store import Step


def add(step: Step, table: Table, **values: object) -> int:
    """Add a row; its id, which is never used again."""
    identity = step.reading.execute(insert(table).values(**values)).lastrowid
    return int(identity)


def change(step: Step, table: Table, row: int, values: Mapping[str, object]) -> None:
    if values:
        step.reading.execute(update(table).where(table.c.id == row).values(**values))


def remove(step: Step, table: Table, row: int) -> None:
    step.reading.execute(delete(table).where(table.c.id == row))


def replace_names(step: Step, table: Table, owner_column: str, owner: int, names: Sequence[str]) -> None:
    """Make the ordered names under an owner be exactly these, touching only rows that differ."""
    column = table.c[owner_column]
    held = step.reading.execute(select(table).where(column == owner).order_by(table.c.position)).all()
    for position, name in enumerate(names):
        if position >= len(held):
            add(step, table, **{owner_column: owner, "position": position, "name": name})
        elif held[position].name != name or held[position].position != position:
            change(step, table, held[position].id, {"name": name, "position": position})
    for surplus in held[len(names) :]:
        remove(step, table, surplus.id)


def next_position(step: Step, table: Table, owner_column: str, owner: int) -> int:
    newest = step.reading.execute(
        select(func.max(table.c.position)).where(table.c[owner_column] == owner)
    ).scalar_one()
    return 0 if newest is None else int(newest) + 1


def reorder(step: Step, table: Table, ids: Sequence[int]) -> None:
    """Give rows the positions 0, 1, 2 … in this order, touching only those that move."""
    found = step.reading.execute(select(table.c.id, table.c.position).where(table.c.id.in_(ids)))
    held = {row.id: row.position for row in found}
    for position, row in enumerate(ids):
        if held[row] != position:
            change(step, table, row, {"position": position})
