"""Invitations: for any calendar, told again when something changes, taken back when it is called off."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_meeting, an_item

from boardtool.data import people
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError
from boardtool.domain.people import Role
from boardtool.services import meetings
from boardtool.services.publishing import export_invitation

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.data.store import Store

NOW = datetime(2022, 8, 24, 10, tzinfo=UTC)


@pytest.fixture
def meeting(store: Store) -> int:
    board_id = a_board(store, contact_email="clerk@anytown.example", administrator="The Clerk")
    with store.step("Member") as step:
        person = people.add(step, name='Amy "A" Plank', email="amy@home.example")
        people.add_membership(step, board_id=board_id, person_id=person, role=Role.MEMBER)
    meeting_id = a_meeting(store, board_id, video_link="https://video.example/room")
    an_item(store, meeting_id, "Strategy; phase 2, " + "long " * 20, length=45)
    an_item(store, meeting_id, "Zanzibar lease", exempt="3", public_title="Property", length=15)
    return meeting_id


def invited(
    store: Store, folder: Path, audience: Audience = Audience.PUBLIC, ref: str = "NNHWB/2022-09-06"
) -> bytes:
    path = folder / "meeting.ics"
    with store.reading() as reading:
        export_invitation(reading, what=ref, path=path, now=NOW, audience=audience)
    return path.read_bytes()


def event(content: bytes) -> dict[str, str]:
    """The properties of the one event, unfolded as RFC 5545 says."""
    text = content.decode().replace("\r\n ", "")
    _, _, inside = text.partition("BEGIN:VEVENT\r\n")
    lines = inside.partition("END:VEVENT")[0].splitlines()
    return {line.partition(":")[0].partition(";")[0]: line for line in lines}


@pytest.mark.usefixtures("meeting")
def test_it_tells_when_where_and_what_for_in_london_time(store: Store, tmp_path: Path) -> None:
    content = invited(store, tmp_path)
    found = event(content)
    assert found["DTSTART"] == "DTSTART;TZID=Europe/London:20220906T133000"
    assert found["DTEND"] == "DTEND;TZID=Europe/London:20220906T143000"
    assert found["DESCRIPTION"].endswith("\\n02 Property")
    assert "Strategy\\; phase 2\\, long" in found["DESCRIPTION"]
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


@pytest.mark.usefixtures("meeting")
def test_a_public_one_holds_no_address_of_anybody_and_nothing_exempt(store: Store, tmp_path: Path) -> None:
    content = invited(store, tmp_path)
    assert b"METHOD:PUBLISH" in content
    for word in (b"amy", b"ATTENDEE", b"video.example", b"Zanzibar", b"clerk@"):
        assert word not in content


@pytest.mark.usefixtures("meeting")
def test_a_private_one_asks_the_members(store: Store, tmp_path: Path) -> None:
    content = invited(store, tmp_path, Audience.PRIVATE)
    found = event(content)
    assert b"METHOD:REQUEST" in content
    assert found["ATTENDEE"].endswith('CN="Amy A Plank":mailto:amy@home.example')
    assert found["ORGANIZER"] == 'ORGANIZER;CN="The Clerk":mailto:clerk@anytown.example'


def test_it_stays_the_same_entry_and_rises_with_each_change(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    first = event(invited(store, tmp_path))
    meetings.change(store, meeting_id=meeting, note="Bring biscuits")
    assert event(invited(store, tmp_path))["SEQUENCE"] == first["SEQUENCE"] == "SEQUENCE:0"
    meetings.change(store, meeting_id=meeting, start="14:00")
    meetings.move(store, meeting_id=meeting, day=date(2022, 9, 7))
    moved = event(invited(store, tmp_path, ref="NNHWB/2022-09-07"))
    assert moved["SEQUENCE"] == "SEQUENCE:2"
    assert moved["UID"] == first["UID"]
    meetings.cancel(store, meeting_id=meeting)
    content = invited(store, tmp_path, ref="NNHWB/2022-09-07")
    assert b"METHOD:CANCEL" in content
    assert event(content)["STATUS"] == "STATUS:CANCELLED"
    assert event(content)["SEQUENCE"] == "SEQUENCE:3"


def test_without_an_address_of_the_board_nobody_can_be_asked(store: Store, tmp_path: Path) -> None:
    a_meeting(store, a_board(store))
    with pytest.raises(CannotDoError, match="no e-mail address"):
        invited(store, tmp_path, Audience.PRIVATE)
