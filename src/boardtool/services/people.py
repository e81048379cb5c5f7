"""What can be done to people: add them, put them on boards, and say from when to when."""

from datetime import date

from boardtool.data import people
from boardtool.data.store import Step, Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.people import Membership, Role
from boardtool.domain.text import clean_line


def add(
    store: Store, *, name: str, post: str = "", organisation: str = "", email: str = "", phone: str = ""
) -> int:
    name = _named(name)
    with store.step(f"Add {name}") as step:
        return people.add(
            step,
            name=name,
            post=clean_line(post),
            organisation=clean_line(organisation),
            email=clean_line(email),
            phone=clean_line(phone),
        )


def change(store: Store, *, person_id: int, **facts: str) -> None:
    """Change facts of a person: name, post, organisation, email, phone.

    What past minutes and attendance lists say of them stays as it was on the day.
    """
    known = {"name", "post", "organisation", "email", "phone"}
    if unknown := set(facts) - known:
        raise CannotDoError(f"A person has no {', '.join(sorted(unknown))}.")
    cleaned: dict[str, object] = {fact: clean_line(value) for fact, value in facts.items()}
    if "name" in cleaned:
        _named(str(cleaned["name"]))
    with store.step("Change person") as step:
        people.change(step, person_id, **cleaned)


def remove(store: Store, *, person_id: int) -> None:
    """Remove somebody who sits on no board.

    Raises:
        CannotDoError: they are or were a member; end the membership instead.
    """
    with store.step("Remove person") as step:
        if people.memberships_of(step.reading, person_id):
            raise CannotDoError(
                "This person is or was on a board. End the membership instead, so that the record stays."
            )
        people.remove(step, person_id)


def add_member(
    store: Store,
    *,
    board_id: int,
    name: str,
    listed_as: str = "",
    role: Role = Role.MEMBER,
    voting: bool = True,
    organisation: str = "",
    email: str = "",
    starts: date | None = None,
    ends: date | None = None,
    seat_id: int | None = None,
    substitute_for: int | None = None,
) -> int:
    """Put a person on a board; somebody known by this name is not added twice."""
    name, listed_as = _named(name), clean_line(listed_as)
    _check_term(starts, ends)
    with store.step(f"Add member {name}") as step:
        person_id = _known(step, name)
        if person_id is None:
            person_id = people.add(
                step,
                name=name,
                post=listed_as,
                organisation=clean_line(organisation),
                email=clean_line(email),
            )
        return people.add_membership(
            step,
            board_id=board_id,
            person_id=person_id,
            role=role,
            listed_as=listed_as,
            voting=voting,
            starts=starts,
            ends=ends,
            seat_id=seat_id,
            substitute_for=substitute_for,
        )


def change_membership(store: Store, *, membership_id: int, **facts: object) -> None:
    """Change facts of a membership: listed_as, role, voting, starts, ends, seat_id, substitute_for."""
    known = {"listed_as", "role", "voting", "starts", "ends", "seat_id", "substitute_for"}
    if unknown := set(facts) - known:
        raise CannotDoError(f"A membership has no {', '.join(sorted(unknown))}.")
    if "listed_as" in facts:
        facts["listed_as"] = clean_line(str(facts["listed_as"]))
    with store.step("Change membership") as step:
        held = people.membership(step.reading, membership_id)
        _check_term(_day(facts.get("starts", held.starts)), _day(facts.get("ends", held.ends)))
        people.change_membership(step, membership_id, **facts)


def end_membership(store: Store, *, membership_id: int, on: date) -> Membership:
    """Say which day was somebody's last on the board; past meetings stay as they were."""
    with store.step("End membership") as step:
        held = people.membership(step.reading, membership_id)
        _check_term(held.starts, on)
        people.change_membership(step, membership_id, ends=on)
        return people.membership(step.reading, membership_id)


def remove_membership(store: Store, *, membership_id: int) -> None:
    """Take a membership out that should never have been there."""
    with store.step("Remove membership") as step:
        people.remove_membership(step, membership_id)


def reorder_members(store: Store, *, order: list[int]) -> None:
    with store.step("Move member") as step:
        people.reorder_memberships(step, order)


def add_seat(
    store: Store, *, board_id: int, name: str, kind: str = "", statutory: bool = False, voting: bool = True
) -> int:
    name = clean_line(name)
    if not name:
        raise CannotDoError("A seat needs a name, such as “Director of Public Health”.")
    with store.step("Add seat") as step:
        return people.add_seat(
            step, board_id=board_id, name=name, kind=clean_line(kind), statutory=statutory, voting=voting
        )


def remove_seat(store: Store, *, seat_id: int) -> None:
    with store.step("Remove seat") as step:
        people.remove_seat(step, seat_id)


def _known(step: Step, name: str) -> int | None:
    same = [person.id for person in people.everyone(step.reading) if person.name == name]
    return same[0] if same else None


def _named(name: str) -> str:
    name = clean_line(name)
    if not name:
        raise CannotDoError("A person needs a name.")
    return name


def _day(value: object) -> date | None:
    assert value is None or isinstance(value, date)
    return value


def _check_term(starts: date | None, ends: date | None) -> None:
    if starts is not None and ends is not None and ends < starts:
        raise CannotDoError("A membership cannot end before it starts.")
