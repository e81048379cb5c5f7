"""Members of a board from a workbook: known people are recognised by their name, whatever their title."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from boardtool.data import people
from boardtool.data.excel.members import MemberRow, read_members
from boardtool.data.excel.rows import ReadTable
from boardtool.data.store import Reading, Step
from boardtool.domain.imports import Choose
from boardtool.domain.people import Membership, Role
from boardtool.domain.progress import Progress
from boardtool.domain.text import folded, without_honorific
from boardtool.services.exchange.comparing import ComparedRow, Comparison, added, held_against
from boardtool.services.exchange.opening import opened
from boardtool.services.exchange.request import Request, board_of


def read(request: Request, progress: Progress | None) -> "partial[Comparison] | Choose":
    """Read the workbook.

    Raises:
        InputRefusedError: it cannot be read, or holds no list of members.
    """
    workbook = opened(request, progress)
    found = read_members(workbook, sheet=request.sheet, columns=request.columns)
    return found if isinstance(found, Choose) else partial(_compare, found)


def name_key(name: str) -> str:
    """What two spellings of one person's name have in common."""
    return folded(without_honorific(name))


def _compare(table: ReadTable[MemberRow], reading: Reading, request: Request, _today: date) -> Comparison:
    board = board_of(reading, request)
    held = people.members(reading, board.id)
    return Comparison(
        label="Import members",
        rows=tuple(_compared(row, table.sheet, _known(row, held)) for row in _spelt_alike(table.rows)),
        target=lambda _step: board.id,
        sheet=table.sheet,
        rejected=table.rejected,
        warnings=table.warnings,
    )


def _spelt_alike(rows: Sequence[MemberRow]) -> Iterator[MemberRow]:
    """The rows; whoever has several is named as in their first, or each import would rename them again."""
    first: dict[str, str] = {}
    for row in rows:
        yield replace(row, name=first.setdefault(name_key(row.name), row.name))


def _known(row: MemberRow, held: Sequence[Membership]) -> Membership | None:
    """The membership that a row speaks of: of that person, in that role where they have several."""
    same = [member for member in held if name_key(member.name) == name_key(row.name)]
    return next((member for member in same if member.role is row.role), same[0] if len(same) == 1 else None)


def _compared(row: MemberRow, sheet: str, known: Membership | None) -> ComparedRow:
    values = _said(row)
    if known is None:
        return ComparedRow(added(sheet, row.row, row.name, values), partial(_add, row))
    return ComparedRow(
        held_against(sheet, row.row, row.name, values, _ours(known)), partial(_change, row, known)
    )


def _said(row: MemberRow) -> dict[str, object]:
    """What the row says; an empty cell says nothing, and takes nothing away."""
    optional = {
        "post": row.post,
        "organisation": row.organisation,
        "email": row.email,
        "seat": row.seat,
        "voting": row.voting,
        "starts": row.starts,
        "ends": row.ends,
    }
    said = {name: value for name, value in optional.items() if value not in {"", None}}
    return {"name": row.name, "role": row.role.value, **said}


def _ours(known: Membership) -> dict[str, object]:
    return {
        "name": known.name,
        "role": known.role.value,
        "post": known.listed_as,
        "organisation": known.organisation,
        "email": known.email,
        "seat": known.seat,
        "voting": known.voting,
        "starts": known.starts,
        "ends": known.ends,
    }


def _add(row: MemberRow, step: Step, board_id: int) -> None:
    same = [person for person in people.everyone(step.reading) if name_key(person.name) == name_key(row.name)]
    if same:
        person_id = same[0].id
    else:
        person_id = people.add(
            step,
            name=row.name,
            post=row.post,
            organisation=row.organisation,
            email=row.email,
            phone=row.phone,
        )
    people.add_membership(
        step,
        board_id=board_id,
        person_id=person_id,
        role=row.role,
        listed_as=row.post,
        voting=row.role is not Role.OFFICER if row.voting is None else row.voting,
        starts=row.starts,
        ends=row.ends,
        seat_id=_seat(step, board_id, row.seat),
    )


def _change(row: MemberRow, known: Membership, step: Step, board_id: int) -> None:
    said = _said(row)
    of_person = {"name", "organisation", "email"} & said.keys()
    people.change(step, known.person_id, **{name: said[name] for name in of_person})
    facts: dict[str, object] = {}
    facts |= {name: said[name] for name in ("role", "voting", "starts", "ends") if name in said}
    if row.post:
        facts["listed_as"] = row.post
    if row.seat:
        facts["seat_id"] = _seat(step, board_id, row.seat)
    people.change_membership(step, known.id, **facts)


def _seat(step: Step, board_id: int, name: str) -> int | None:
    if not name:
        return None
    held = [seat.id for seat in people.seats(step.reading, board_id) if folded(seat.name) == folded(name)]
    return held[0] if held else people.add_seat(step, board_id=board_id, name=name)
