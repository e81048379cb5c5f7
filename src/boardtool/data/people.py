"""People, their organisations, and who sits on which board from when to when."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Row, Select, func, select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import MEMBERSHIP, ORGANISATION, PERSON, SEAT
from boardtool.domain.errors import NotFoundError
from boardtool.domain.people import Membership, Person, Role, Seat


def everyone(reading: Reading) -> list[Person]:
    """All people, by name."""
    found = reading.execute(_people().order_by(PERSON.c.name))
    return [_person(row) for row in found]


def by_id(reading: Reading, person_id: int) -> Person:
    return _person(reading.execute(_people().where(PERSON.c.id == person_id)).one())


def members(reading: Reading, board_id: int, *, on: date | None = None) -> list[Membership]:
    """Who is on a board, in the order of its list: ever, or on one day."""
    found = reading.execute(
        _memberships()
        .where(MEMBERSHIP.c.board_id == board_id)
        .order_by(MEMBERSHIP.c.position, MEMBERSHIP.c.id)
    )
    listed = [_membership(row) for row in found]
    return listed if on is None else [member for member in listed if member.holds_on(on)]


def memberships_of(reading: Reading, person_id: int) -> list[Membership]:
    """Every board a person is or was on."""
    return [
        _membership(row) for row in reading.execute(_memberships().where(MEMBERSHIP.c.person_id == person_id))
    ]


def membership(reading: Reading, membership_id: int) -> Membership:
    found = reading.execute(_memberships().where(MEMBERSHIP.c.id == membership_id)).one_or_none()
    if found is None:
        raise NotFoundError("This membership is not in the library any more.")
    return _membership(found)


def seats(reading: Reading, board_id: int) -> list[Seat]:
    found = reading.execute(select(SEAT).where(SEAT.c.board_id == board_id).order_by(SEAT.c.id))
    return [Seat(row.id, row.board_id, row.name, row.kind, row.statutory, row.voting) for row in found]


def organisations(reading: Reading) -> list[str]:
    return list(reading.execute(select(ORGANISATION.c.name).order_by(ORGANISATION.c.name)).scalars())


def add(step: Step, *, name: str, organisation: str = "", **values: object) -> int:
    return rows.add(step, PERSON, name=name, organisation_id=_organisation(step, organisation), **values)


def change(step: Step, person_id: int, **values: object) -> None:
    if "organisation" in values:
        values["organisation_id"] = _organisation(step, str(values.pop("organisation")))
    rows.change(step, PERSON, person_id, values)


def remove(step: Step, person_id: int) -> None:
    rows.remove(step, PERSON, person_id)


def add_membership(step: Step, *, board_id: int, person_id: int, role: Role, **values: object) -> int:
    position = rows.next_position(step, MEMBERSHIP, "board_id", board_id)
    return rows.add(
        step, MEMBERSHIP, board_id=board_id, person_id=person_id, role=role, position=position, **values
    )


def change_membership(step: Step, membership_id: int, **values: object) -> None:
    rows.change(step, MEMBERSHIP, membership_id, values)


def remove_membership(step: Step, membership_id: int) -> None:
    rows.remove(step, MEMBERSHIP, membership_id)


def reorder_memberships(step: Step, ids: Sequence[int]) -> None:
    rows.reorder(step, MEMBERSHIP, ids)


def add_seat(step: Step, *, board_id: int, name: str, **values: object) -> int:
    return rows.add(step, SEAT, board_id=board_id, name=name, **values)


def change_seat(step: Step, seat_id: int, **values: object) -> None:
    rows.change(step, SEAT, seat_id, values)


def remove_seat(step: Step, seat_id: int) -> None:
    rows.remove(step, SEAT, seat_id)


def _organisation(step: Step, name: str) -> int | None:
    if not name:
        return None
    held = step.reading.execute(
        select(ORGANISATION.c.id).where(ORGANISATION.c.name == name)
    ).scalar_one_or_none()
    return rows.add(step, ORGANISATION, name=name) if held is None else held


def _memberships() -> Select[tuple[object, ...]]:
    return (
        select(
            MEMBERSHIP,
            PERSON.c.name,
            PERSON.c.email,
            func.coalesce(ORGANISATION.c.name, "").label("organisation"),
            func.coalesce(SEAT.c.name, "").label("seat"),
        )
        .join(PERSON, PERSON.c.id == MEMBERSHIP.c.person_id)
        .outerjoin(ORGANISATION, ORGANISATION.c.id == PERSON.c.organisation_id)
        .outerjoin(SEAT, SEAT.c.id == MEMBERSHIP.c.seat_id)
    )


def _people() -> Select[tuple[object, ...]]:
    return select(PERSON, func.coalesce(ORGANISATION.c.name, "").label("organisation")).outerjoin(
        ORGANISATION, ORGANISATION.c.id == PERSON.c.organisation_id
    )


def _person(row: Row[tuple[object, ...]]) -> Person:
    return Person(row.id, row.name, row.post, row.organisation, row.email, row.phone)


def _membership(row: Row[tuple[object, ...]]) -> Membership:
    return Membership(
        id=row.id,
        board_id=row.board_id,
        person_id=row.person_id,
        name=row.name,
        listed_as=row.listed_as,
        role=Role(row.role),
        voting=row.voting,
        starts=row.starts,
        ends=row.ends,
        seat_id=row.seat_id,
        seat=row.seat,
        organisation=row.organisation,
        email=row.email,
        substitute_for=row.substitute_for,
        position=row.position,
    )
