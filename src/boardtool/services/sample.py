"""The sample board: a library filled with two boards and a working group, from readable files of facts."""

import tomllib
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from boardtool.data import actions, agenda, boards, meetings, people
from boardtool.data.new_folder import whole_or_as_before
from boardtool.data.resources import resource
from boardtool.data.store import Step, Store
from boardtool.domain.action_numbers import read_action_number
from boardtool.domain.boards import Mode, QuorumKind, QuorumRule
from boardtool.domain.dates import long_date
from boardtool.domain.errors import CannotDoError, LibraryError
from boardtool.domain.meetings import Kind
from boardtool.domain.people import Role
from boardtool.services.boards import STANDING, STANDING_OF_A_WORKING_GROUP
from boardtool.services.meetings import plan
from boardtool.services.sample_bcf import enter_plan
from boardtool.services.sample_meetings import enter_meeting
from boardtool.services.sample_performance import enter_performance

BOARDS = ("north", "place", "west")
WITH_A_PLAN = "NNHWB"
BUSINESS_MANAGER = "Business Manager"

# What the files say has no type of its own: they ship with the program and a test reads them all.
Facts = Mapping[str, Any]


def make_sample(folder: Path, *, who: str, now: datetime) -> None:
    """Make a library with the sample board in an empty folder.

    Raises:
        LibraryError: there is a library already.
        MachineError: the disk is full or in trouble; the folder is as it was before.
    """
    if (folder / "board.db").exists():
        raise LibraryError(f"There is a library in {folder} already. Nothing was changed.")
    with whole_or_as_before(folder), closing(Store.make(folder, who=who, clock=now.astimezone)) as store:
        enter_sample(store, now=now)


def enter_sample(store: Store, *, now: datetime) -> None:
    """Enter the sample board into a library that has no board yet; every step of it can be undone.

    Raises:
        CannotDoError: the library has boards of its own.
    """
    with store.reading() as reading:
        if boards.every(reading):
            raise CannotDoError(
                "This library has boards of its own. Make another library for the sample board."
            )
    for name in BOARDS:
        facts = tomllib.loads(resource(f"sample/{name}.toml").read_text(encoding="utf-8"))
        _enter_board(store, facts, now=now)
    with store.reading() as reading:
        north = boards.by_code(reading, WITH_A_PLAN)
    enter_plan(store, north.id)
    enter_performance(store, north.id, today=now.date())


def _enter_board(store: Store, facts: Facts, *, now: datetime) -> None:
    name = facts["board"]["name"]
    with store.step(f"Set up {name}") as step:
        board_id = _make_board(step, facts["board"])
        seats = {
            seat["name"]: people.add_seat(step, board_id=board_id, **seat) for seat in facts.get("seat", ())
        }
        for member in facts["member"]:
            _add_member(step, board_id, member, seats)
    for meeting in facts["meeting"]:
        if meeting.get("standing"):
            plan(store, board_id=board_id, day=meeting["date"], start=meeting["start"], from_last=True)
            continue
        with store.step(f"Enter meeting of {long_date(meeting['date'])}") as step:
            enter_meeting(step, store.folder, board_id, meeting, now=now)
    with store.step(f"Enter action log of {name}") as step:
        for action in facts["action"]:
            _add_action(step, board_id, action)


def _make_board(step: Step, facts: Facts) -> int:
    values = {key: value for key, value in facts.items() if key != "quorum"}
    if "notices" in values:
        values["notices"] = values["notices"].strip()
    board_id = boards.add(step, **values)
    if "quorum" in facts:
        rule = QuorumRule(QuorumKind(facts["quorum"]["kind"]), number=facts["quorum"]["number"])
        boards.set_quorum(step, board_id, rule)
    formal = facts["mode"] == Mode.STATUTORY
    for subject, presenter, kind, length, role in STANDING if formal else STANDING_OF_A_WORKING_GROUP:
        boards.add_standing_item(
            step, board_id, subject=subject, presenter=presenter, kind=Kind(kind), length=length, role=role
        )
    return board_id


def _add_member(step: Step, board_id: int, facts: Facts, seats: Mapping[str, int]) -> None:
    known = {person.name: person.id for person in people.everyone(step.reading)}
    name = facts["name"]
    person_id = known.get(name) or people.add(
        step, name=name, post=facts["listed_as"], organisation=facts["organisation"]
    )
    people.add_membership(
        step,
        board_id=board_id,
        person_id=person_id,
        role=Role(facts.get("role", Role.MEMBER)),
        listed_as=facts["listed_as"],
        seat_id=seats.get(facts.get("seat", "")),
    )


def _add_action(step: Step, board_id: int, facts: Facts) -> None:
    number, _ = read_action_number(facts["number"])
    made_at = meetings.on(step.reading, board_id, facts["meeting"]) if "meeting" in facts else None
    action_id = actions.add(
        step,
        board_id=board_id,
        number=number.text,
        raised_on=number.raised_on,
        ordinal=number.ordinal,
        text=facts["text"],
        owners=facts["owners"],
        due=facts.get("due"),
        status=facts["status"],
        completed_on=facts.get("completed_on"),
        meeting_id=made_at.id if made_at else None,
        item_id=_item_id(step, made_at.id, facts["item"]) if made_at else None,
    )
    for note in facts.get("notes", ()):
        source = note["source"]
        said_by = facts["owners"][0] if source == "reply" else BUSINESS_MANAGER
        actions.add_progress(step, action_id, on=note["on"], text=note["text"], source=source, who=said_by)


def _item_id(step: Step, meeting_id: int, number: str) -> int:
    return next(item.id for item in agenda.items(step.reading, meeting_id) if item.number == number)
