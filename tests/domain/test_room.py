"""What the room may see is made from an allow-list."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.actions import Action
from boardtool.domain.meetings import AgendaItem, Kind, Meeting
from boardtool.domain.minutes import Minute, Resolution
from boardtool.domain.room import SeenAction, SeenResolution, room_picture

CANARY = "zqxjk"
NOW = datetime(2022, 9, 6, 14, 4)
MEETING = Meeting(
    1, 1, "NNHWB", "North Board", date(2022, 9, 6), "13:30", "Corby", opened_at=NOW, note=CANARY
)
OPEN = AgendaItem(
    6,
    1,
    5,
    "06",
    "Integrated Care Strategy",
    presenters=("Director of Place",),
    kind=Kind.PAPER,
    pages="19 - 58",
    recommendations=CANARY,
    public_interest=CANARY,
    started_at=NOW,
)
NEXT = AgendaItem(7, 1, 6, "07", "Outcomes Framework")
AGREED = Resolution(1, 1, 0, "1)", "notes the progress of the strategy; and", NOW)
DRAFT = Resolution(2, 1, 1, "2)", f"supports {CANARY}")
ACTION = Action(
    1,
    1,
    "NNHWB",
    "North Board",
    "060922/01",
    "Circulate the boundaries",
    owners=("Director of Place",),
    due=date(2022, 9, 16),
    progress=CANARY,
)
MINUTE = Minute(
    1, 1, 6, 5, 47, CANARY, narrative=CANARY, lead="the Board", resolutions=(AGREED, DRAFT), actions=(ACTION,)
)


def test_an_open_item_shows_what_was_agreed_and_what_is_to_be_done() -> None:
    picture = room_picture(MEETING, [OPEN, NEXT], [MINUTE])
    assert (picture.number, picture.title) == ("6", "Integrated Care Strategy")
    assert picture.detail == "Director of Place  ·  pages 19 – 58"
    assert picture.lead == "the Board"
    assert picture.resolutions == (SeenResolution("1)", "notes the progress of the strategy"),)
    assert picture.actions == (
        SeenAction("060922/01", "Circulate the boundaries", "Director of Place, by 16 September"),
    )
    assert (picture.next_number, picture.next_title) == ("7", "Outcomes Framework")


def test_narrative_drafts_notes_and_reasons_are_never_in_it() -> None:
    assert CANARY not in str(asdict(room_picture(MEETING, [OPEN, NEXT], [MINUTE])))


def test_an_exempt_item_shows_its_public_title_and_why_the_public_is_excluded_and_nothing_else() -> None:
    secret = replace(
        OPEN, subject=CANARY, presenters=(CANARY,), exempt="3", public_title="A commercial matter"
    )
    told = replace(
        MINUTE,
        exempt=True,
        resolutions=(replace(AGREED, text=CANARY),),
        actions=(replace(ACTION, text=CANARY),),
    )
    picture = room_picture(MEETING, [secret, NEXT], [told])
    assert picture.title == "A commercial matter"
    assert picture.detail == "The public is excluded  ·  exempt, paragraph 3 of Schedule 12A"
    assert (picture.lead, picture.resolutions, picture.actions) == ("", (), ())
    assert CANARY not in str(asdict(picture))


def test_an_exempt_item_without_a_public_title_is_called_exempt_item_also_when_it_is_next() -> None:
    secret = replace(NEXT, subject=CANARY, exempt="1")
    assert room_picture(MEETING, [OPEN, secret], [MINUTE]).next_title == "Exempt item"
    running = replace(secret, started_at=NOW)
    assert room_picture(MEETING, [running], []).title == "Exempt item"


def test_either_mark_closes_an_item_the_agenda_s_or_the_minute_s() -> None:
    told = replace(MINUTE, exempt=True)
    picture = room_picture(MEETING, [OPEN], [told])
    assert (picture.title, picture.resolutions, picture.actions) == ("Exempt item", (), ())
    assert picture.detail == "The public is excluded"


def test_before_and_after_the_room_is_told_so() -> None:
    waiting = replace(MEETING, opened_at=None)
    assert room_picture(waiting, [NEXT], []).title == "The meeting begins at 1.30 pm"
    assert room_picture(waiting, [NEXT], []).next_title == "Outcomes Framework"
    assert (
        room_picture(replace(MEETING, closed_at=NOW), [OPEN, NEXT], [MINUTE]).title == "The meeting is closed"
    )


@given(
    st.sampled_from(["", "3", "1, 2"]), st.booleans(), st.sampled_from(["", "Public words"]), st.booleans()
)
def test_whatever_is_marked_exempt_says_nothing_of_itself(
    exempt: str,
    minute_exempt: bool,  # noqa: FBT001 - drawn by hypothesis
    public_title: str,
    agreed: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    item = replace(OPEN, subject=f"{CANARY} subject", exempt=exempt, public_title=public_title)
    told = replace(
        MINUTE,
        exempt=minute_exempt,
        resolutions=(replace(AGREED, text=CANARY, agreed_at=NOW if agreed else None),),
    )
    picture = str(asdict(room_picture(MEETING, [item, NEXT], [told])))
    if exempt or minute_exempt or (not agreed and public_title):
        assert CANARY not in picture
