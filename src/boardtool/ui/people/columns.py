"""The columns of the list of members, and the use case that an edit in each calls."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from boardtool.domain.dates import long_date, read_date, short_date
from boardtool.domain.people import Role
from boardtool.services import people
from boardtool.ui.context import Context
from boardtool.ui.people.question import Group, Row
from boardtool.ui.tables.column import Align, Cell, ChoiceEdit, Column, DateEdit, Heading, Look, TextEdit
from boardtool.ui.theme.colours import Tone

if TYPE_CHECKING:
    from boardtool.domain.people import Seat

_ROLES = tuple((role.value, role.value.capitalize()) for role in Role)
_VOTES = (("yes", "Votes"), ("no", "Does not vote"))
NO_SEAT = ""


def heading(row: Row, counts: dict[Group, int]) -> Heading:
    if row.group is Group.VACANT:
        return Heading(
            row.group.value, str(counts.get(row.group, 0)), icon="circle-dashed", icon_tone=Tone.DUE
        )
    return Heading(row.group.value, str(counts.get(row.group, 0)))


class MemberColumns:
    """The columns over a context; `seats` are those of the board that is shown."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.seats: Sequence[Seat] = ()

    def columns(self) -> tuple[Column[Row], ...]:
        return (
            Column("name", "Name", _name, width=196, edit=TextEdit(_plain_name, self._rename)),
            Column(
                "listed_as",
                "Listed as",
                _listed_as,
                stretch=True,
                look=Look.HELP,
                edit=TextEdit(_listed_as, self._list_as),
                tooltip=_listed_as,
            ),
            Column(
                "role",
                "Role",
                _role,
                width=100,
                edit=ChoiceEdit(_role_value, lambda _row: _ROLES, self._set_role),
            ),
            Column(
                "voting",
                "Vote",
                _vote,
                width=56,
                gives_way=520,
                edit=ChoiceEdit(_voting, lambda _row: _VOTES, self._set_vote),
            ),
            Column(
                "seat",
                "Seat",
                _seat,
                width=152,
                gives_way=620,
                look=Look.HELP,
                edit=ChoiceEdit(_seat_value, self._seat_choices, self._set_seat),
                tooltip=lambda row: _seat(row).text,
            ),
            Column(
                "starts",
                "From",
                lambda row: _day(row.membership.starts if row.membership else None),
                width=86,
                gives_way=720,
                align=Align.RIGHT,
                look=Look.HELP,
                edit=DateEdit(
                    lambda row: row.membership.starts if row.membership else None, self._start, read_date
                ),
            ),
            Column(
                "ends",
                "To",
                lambda row: _day(row.membership.ends if row.membership else None),
                width=86,
                gives_way=720,
                align=Align.RIGHT,
                look=Look.HELP,
                edit=DateEdit(
                    lambda row: row.membership.ends if row.membership else None, self._end, read_date
                ),
            ),
            Column(
                "substitutes",
                "Substitutes",
                _substitutes,
                width=124,
                gives_way=920,
                look=Look.HELP,
                tooltip=_substitutes,
            ),
        )

    # What an edit does

    def _rename(self, row: Row, name: str) -> None:
        store, person_id, seat = self._context.store, row.person_id, row.seat
        if person_id is not None:
            self._context.steps.run(lambda: people.change(store, person_id=person_id, name=name))
        elif seat is not None:
            self._context.steps.run(
                lambda: people.add_member(
                    store, board_id=seat.board_id, name=name, seat_id=seat.id, voting=seat.voting
                )
            )

    def _list_as(self, row: Row, words: str) -> None:
        person_id, store = row.person_id, self._context.store
        if row.membership is None and person_id is not None:
            self._context.steps.run(lambda: people.change(store, person_id=person_id, post=words))
        else:
            self._change(row, listed_as=words)

    def _set_role(self, row: Row, value: str) -> None:
        self._change(row, role=Role(value))

    def _set_vote(self, row: Row, value: str) -> None:
        self._change(row, voting=value == "yes")

    def _seat_choices(self, _row: Row) -> Sequence[tuple[str, str]]:
        return ((NO_SEAT, "No seat"), *((str(seat.id), seat.name) for seat in self.seats))

    def _set_seat(self, row: Row, value: str) -> None:
        self._change(row, seat_id=int(value) if value else None)

    def _start(self, row: Row, day: date | None) -> None:
        self._change(row, starts=day)

    def _end(self, row: Row, day: date | None) -> None:
        self._change(row, ends=day)

    def _change(self, row: Row, **facts: object) -> None:
        membership = row.membership
        if membership is None:
            self._context.messages.say("Nobody is on the board here. Name somebody first.")
            return
        store = self._context.store
        self._context.steps.run(lambda: people.change_membership(store, membership_id=membership.id, **facts))


def _name(row: Row) -> Cell:
    member = row.membership
    if row.seat is not None:
        return Cell("Vacant", icon="circle-dashed", icon_tone=Tone.DUE, tone=Tone.DUE)
    name = _plain_name(row)
    return Cell(
        name, tone=Tone.HELP if member is not None and row.group is Group.FORMER else None, bold=False
    )


def _plain_name(row: Row) -> str:
    if row.membership is not None:
        return row.membership.name
    return row.person.name if row.person is not None else ""


def _listed_as(row: Row) -> str:
    if row.membership is not None:
        return row.membership.listed_as
    return row.person.post if row.person is not None else ""


def _role(row: Row) -> Cell:
    if row.membership is None:
        return Cell()
    role = row.membership.role
    leads = role in {Role.CHAIR, Role.VICE_CHAIR}
    return Cell(role.value.capitalize(), tone=Tone.TEXT if leads else Tone.HELP, bold=leads)


def _role_value(row: Row) -> str:
    return row.membership.role.value if row.membership is not None else ""


def _vote(row: Row) -> Cell:
    if row.membership is None:
        return Cell()
    if row.membership.voting:
        return Cell(icon="check", icon_tone=Tone.HELP, spoken="votes")
    return Cell("no", tone=Tone.HELP, spoken="does not vote")


def _voting(row: Row) -> str:
    return "yes" if row.membership is not None and row.membership.voting else "no"


def _seat(row: Row) -> Cell:
    if row.seat is not None:
        words = f"{row.seat.name}, asked for by law" if row.seat.statutory else row.seat.name
        return Cell(words, tone=Tone.DUE if row.seat.statutory else Tone.HELP)
    return Cell(row.membership.seat if row.membership is not None else "")


def _seat_value(row: Row) -> str:
    held = row.membership.seat_id if row.membership is not None else None
    return NO_SEAT if held is None else str(held)


def _day(day: date | None) -> str:
    return "" if day is None else f"{short_date(day)} {day.year}"


def _substitutes(row: Row) -> str:
    if row.stands_in_for:
        return f"for {row.stands_in_for}"
    return "; ".join(row.substitutes)


def term_words(starts: date | None, ends: date | None) -> str:
    """From when to when, in words: "since 10 March 2022", "to 4 May 2023"."""
    if starts is not None and ends is not None:
        return f"{long_date(starts)} to {long_date(ends)}"
    if starts is not None:
        return f"since {long_date(starts)}"
    return "" if ends is None else f"to {long_date(ends)}"
