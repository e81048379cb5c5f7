"""The states of live minutes worth a picture, played on the sample's meeting of 6 September 2022."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from boardtool.domain.meetings import InterestTier, Presence
from boardtool.ui.context import Context
from boardtool.ui.live.commands import LiveCommands
from boardtool.ui.live.projector import Projector
from boardtool.ui.live.state import LiveState
from boardtool.ui.page import Picture
from boardtool.ui.theme import sizes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from boardtool.data.store import Store

_OPENED = datetime(2022, 9, 6, 13, 30)  # noqa: DTZ001 - a meeting's clock is local wall time, without a zone
_TAKEN = (1, 2, 2, 4, 16)
_NARRATIVE = """\
At the invitation of the Chair the Director of Place introduced the report, highlighting:

- The four Community Wellbeing Forums would oversee eight Local Area Partnerships, within budget.
- The Place Delivery Group now met fortnightly and would report directly to the Board.
- A first draft of the Integrated Care Strategy was due in December 2022.

In answer to queries on the report the following was confirmed:

- Each Forum would be asked how black and ethnic minority communities would be heard, as the four had one \
joint seat at"""
_AGREED = "notes the progress of the Integrated Care Strategy and of North Place development; and"
_DRAFT = "supports the six-month delivery plan of the Place Delivery Group."
_ACTIONS = (
    ("Circulate the Local Area Partnership boundaries", "Director of Place", "16 September"),
    ("Circulate the outcomes framework with the minutes", "Consultant in Public Health", "20 September"),
)


class PicturedPage(Protocol):
    """What a page must offer to be played on."""

    context: Context
    projector: Projector
    given: LiveCommands

    @property
    def shown_state(self) -> LiveState: ...
    def window(self) -> "QWidget": ...
    def show_item(self, item_id: int) -> None: ...
    def reload(self) -> None: ...
    def await_narrative(self) -> None: ...


def pictures_of(page: PicturedPage) -> Sequence[Picture]:
    """Each builds on the one before; the page as it opens is the meeting before its start."""
    return (
        Picture("running", lambda: _run(page)),
        Picture("phrases", page.given.open_phrases),
        Picture("room-view", lambda: _show_room(page)),
        Picture("interest", page.given.declare_interest),
        Picture("not-saved", lambda: _refuse(page)),
        Picture("exempt", lambda: _exempt(page)),
        Picture("locked", lambda: _lock(page)),
    )


def _run(page: PicturedPage) -> None:
    """The meeting at 14:07, item 6 in hand for twelve minutes."""
    from boardtool.services import actions, meetings, minutes

    store, state = page.context.store, page.shown_state
    meetings.open_meeting(store, meeting_id=state.meeting.id, now=_OPENED)
    at = _OPENED
    for item, taken in zip(state.items, (*_TAKEN, 0), strict=False):
        minutes.start_item(store, item_id=item.id, now=at)
        at += timedelta(minutes=taken)
    sixth = state.items[len(_TAKEN)].id
    with store.reading() as reading:
        from boardtool.data import minutes as minutes_kept

        minute = minutes_kept.of_item(reading, sixth)
    assert minute is not None
    minutes.write_narrative(store, minute_id=minute.id, text=_NARRATIVE)
    agreed = minutes.resolve(store, minute_id=minute.id, text=_AGREED)
    minutes.agree(store, resolution_id=agreed, now=_OPENED.replace(hour=14, minute=4))
    minutes.resolve(store, minute_id=minute.id, text=_DRAFT)
    for text, owner, due in _ACTIONS:
        actions.record(store, item_id=sixth, text=text, owners=[owner], due=due)
    _seat(store, state)
    page.window().activateWindow()
    page.show_item(sixth)
    page.reload()
    page.await_narrative()


def _seat(store: "Store", state: "LiveState") -> None:
    from boardtool.services import attendance

    meeting_id = state.meeting.id
    attendance.everyone_present(store, meeting_id=meeting_id)
    people = [each.id for each in state.attendance if not each.chairing]
    for person in people[-3:]:
        attendance.set_presence(
            store, meeting_id=meeting_id, attendance_id=person, presence=Presence.BY_VIDEO
        )
    for person in people[-5:-3]:
        attendance.set_presence(
            store, meeting_id=meeting_id, attendance_id=person, presence=Presence.APOLOGIES
        )
    attendance.left(store, meeting_id=meeting_id, attendance_id=people[-6], at="14:02")
    attendance.left(store, meeting_id=meeting_id, attendance_id=people[-8], at="15:30")
    attendance.substitute(
        store,
        meeting_id=meeting_id,
        attendance_id=people[-9],
        name="Deputy, Children and Families",
    )


def _show_room(page: PicturedPage) -> None:
    page.given.toggle_room_view()
    if page.projector.view is not None:
        page.projector.view.resize(round(sizes.ROOM_LINES * 1.6), sizes.ROOM_LINES)


def _refuse(page: PicturedPage) -> None:
    from boardtool.services import attendance

    state = page.shown_state
    attendance.declare_interest(
        page.context.store,
        meeting_id=state.meeting.id,
        name=state.attendance[2].name,
        tier=InterestTier.PECUNIARY,
        did="left the room",
        item_id=state.items[8].id,
        attendance_id=state.attendance[2].id,
    )
    page.context.changes.deliver()
    page.context.steps.not_saved.emit("The disk is full.")


def _exempt(page: PicturedPage) -> None:
    from boardtool.services import agenda, minutes

    store, item = page.context.store, page.shown_state.items[8]
    page.context.steps.written.emit()
    agenda.mark_exempt(store, item_id=item.id, paragraphs="3", public_title="A commercial matter")
    minutes.start_item(store, item_id=item.id, now=page.context.clock.now().replace(tzinfo=None))
    page.show_item(item.id)
    page.reload()


def _lock(page: PicturedPage) -> None:
    from boardtool.services import meetings, minutes

    store, state = page.context.store, page.shown_state
    day = state.meeting.date
    meetings.close(store, meeting_id=state.meeting.id, now=_OPENED.replace(hour=16, minute=8))
    minutes.circulate(store, meeting_id=state.meeting.id, today=day)
    minutes.approve(store, meeting_id=state.meeting.id, on=day.replace(month=12))
    page.show_item(state.items[len(_TAKEN)].id)
    page.reload()
