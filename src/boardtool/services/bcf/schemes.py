"""What can be done to the lines of a scheme table: type over, paste, fill, add, split, duplicate, order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from boardtool.data.bcf import lines
from boardtool.data.bcf.national import lists_of
from boardtool.data.store import Step, Store
from boardtool.domain.bcf.block import content, filled_down, typed
from boardtool.domain.bcf.cells import FIELDS, read_cell
from boardtool.domain.bcf.checks import Mend
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Line
from boardtool.domain.errors import CannotDoError
from boardtool.services.bcf import income
from boardtool.services.bcf.open_plans import changing, open_plan


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste did: the lines it went into, how many of them are new, and cells that were not read."""

    line_ids: tuple[int, ...]
    added: int
    unread: int


def change_cell(store: Store, *, line_id: int, field: str, text: str) -> None:
    """Type a text over one cell; what is no value of it is kept as typed, and a check says so.

    Raises:
        CannotDoError: the plan is sealed.
    """
    change_cells(store, line_ids=[line_id], field=field, text=text)


def change_cells(store: Store, *, line_ids: Sequence[int], field: str, text: str) -> None:
    """Type a text over the same cell of one or many lines, in one step."""
    heading = FIELDS[field].heading.lower()
    label = f"Change {heading}" if len(line_ids) == 1 else f"Change {heading} of {len(line_ids)} lines"
    with store.step(label) as step:
        held = lines.by_ids(step.reading, line_ids)
        lists = _lists(store, step, line_ids[0])
        for line_id in line_ids:
            _write(step, held[line_id], typed(lists, held[line_id], {field: text}))


def paste(
    store: Store,
    *,
    plan_id: int,
    line_ids: Sequence[int],
    fields: Sequence[str],
    block: Sequence[Sequence[str]],
) -> Pasted:
    """Paste a block of texts in one step: its rows into these lines, its columns into these fields.

    Rows beyond the lines given become new lines at the end; columns beyond the fields are left out.
    """
    with changing(store, plan_id, f"Paste {len(block)} by {max(map(len, block), default=0)} cells") as step:
        lists = lists_of(open_plan(step.reading, plan_id).year, store.folder)
        held = lines.by_ids(step.reading, line_ids)
        into = list(line_ids)
        unread = 0
        for place, row in enumerate(block):
            texts = dict(zip(fields, row, strict=False))
            if place == len(into):
                into.append(lines.add(step, plan_id, position=lines.next_position(step, plan_id)))
            line = held.get(into[place]) or lines.by_id(step.reading, into[place])
            changed = typed(lists, line, texts)
            unread += sum(
                bool(read_cell(lists, name, text, scheme_type=line.scheme_type).unread)
                for name, text in texts.items()
            )
            _write(step, line, changed)
    return Pasted(tuple(into[: len(block)]), max(0, len(block) - len(line_ids)), unread)


def fill_down(store: Store, *, line_ids: Sequence[int], fields: Sequence[str]) -> None:
    """Copy the cells of the first line into the lines below it."""
    if len(line_ids) < 2:  # noqa: PLR2004 - one line has nothing below it
        return
    with store.step(f"Fill down {len(line_ids) - 1} lines") as step:
        held = lines.by_ids(step.reading, line_ids)
        _lists(store, step, line_ids[0])
        for line_id in line_ids[1:]:
            _write(step, held[line_id], filled_down(held[line_ids[0]], fields, held[line_id]))


def clear(store: Store, *, cells: Mapping[int, Sequence[str]]) -> None:
    """Empty cells: by line, the fields to empty."""
    with store.step("Empty cells") as step:
        held = lines.by_ids(step.reading, list(cells))
        lists = _lists(store, step, next(iter(cells)))
        for line_id, fields in cells.items():
            _write(step, held[line_id], typed(lists, held[line_id], dict.fromkeys(fields, "")))


def add_line(store: Store, *, plan_id: int, after: int | None = None, **texts: str) -> int:
    """Add a line at the end or after another one; `texts` are typed into its cells. Its id."""
    with changing(store, plan_id, "Add line") as step:
        lists = lists_of(open_plan(step.reading, plan_id).year, store.folder)
        line_id = lines.add(step, plan_id, position=lines.next_position(step, plan_id))
        _write(step, lines.by_id(step.reading, line_id), typed(lists, Line(line_id, 0), texts))
        if after is not None:
            _place_after(step, plan_id, [line_id], after)
    return line_id


def remove_lines(store: Store, *, line_ids: Sequence[int]) -> None:
    """Take lines out of the plan."""
    with store.step("Remove line" if len(line_ids) == 1 else f"Remove {len(line_ids)} lines") as step:
        _plan_of(step, line_ids[0])
        for line_id in line_ids:
            lines.remove(step, line_id)


def duplicate_lines(store: Store, *, line_ids: Sequence[int]) -> tuple[int, ...]:
    """Copy lines, all of them after the last one. The ids of the copies."""
    label = "Duplicate line" if len(line_ids) == 1 else f"Duplicate {len(line_ids)} lines"
    with store.step(label) as step:
        plan_id = _plan_of(step, line_ids[0])
        held = lines.by_ids(step.reading, line_ids)
        copies = [
            lines.add(step, plan_id, position=lines.next_position(step, plan_id), **content(held[line_id]))
            for line_id in line_ids
        ]
        _place_after(step, plan_id, copies, line_ids[-1])
    return tuple(copies)


def split_line(store: Store, *, line_id: int, amount: int, field: str = "expenditure") -> int:
    """Split a line of a scheme in two that share its ID: `amount` (pence) moves to the new one. Its id.

    Raises:
        CannotDoError: the line holds less than that.
    """
    with store.step("Split line") as step:
        plan_id = _plan_of(step, line_id)
        line = lines.by_id(step.reading, line_id)
        held: int = getattr(line, field) or 0
        if not 0 <= amount <= held:
            raise CannotDoError("What moves to the new line must be between nothing and what the line holds.")
        values = {
            **content(line),
            "outputs": None,
            "outputs_2": None,
            "expenditure": 0,
            "expenditure_2": None,
        }
        if line.expenditure_2 is not None:
            values["expenditure_2"] = 0
        new = lines.add(
            step, plan_id, position=lines.next_position(step, plan_id), **{**values, field: amount}
        )
        lines.change(step, line_id, {field: held - amount})
        _place_after(step, plan_id, [new], line_id)
    return new


def move_lines(store: Store, *, line_ids: Sequence[int], before: int | None) -> None:
    """Move lines, in their order, before another one, or to the end."""
    with store.step("Move line" if len(line_ids) == 1 else f"Move {len(line_ids)} lines") as step:
        plan_id = _plan_of(step, line_ids[0])
        rest = [one.id for one in lines.of_plan(step.reading, plan_id) if one.id not in line_ids]
        place = len(rest) if before is None or before not in rest else rest.index(before)
        lines.reorder(step, [*rest[:place], *line_ids, *rest[place:]])


def take_mend(store: Store, *, mend: Mend) -> None:
    """Put a finding right as its mend says."""
    if mend.part == "income":
        income.change_cell(store, income_id=mend.row_id, field=mend.field, text=mend.text)
    else:
        change_cell(store, line_id=mend.row_id, field=mend.field, text=mend.text)


def _lists(store: Store, step: Step, line_id: int) -> YearLists:
    plan = open_plan(step.reading, lines.plan_of(step.reading, line_id))
    return lists_of(plan.year, store.folder)


def _plan_of(step: Step, line_id: int) -> int:
    return open_plan(step.reading, lines.plan_of(step.reading, line_id)).id


def _place_after(step: Step, plan_id: int, moved: Sequence[int], after: int) -> None:
    rest = [one.id for one in lines.of_plan(step.reading, plan_id) if one.id not in moved]
    place = rest.index(after) + 1
    lines.reorder(step, [*rest[:place], *moved, *rest[place:]])


def _write(step: Step, line: Line, changed: Mapping[str, object]) -> None:
    if changed:
        lines.change(step, line.id, changed)
