"""The states of the Meetings place that are worth a picture, on the sample board."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from boardtool.ui.page import Picture
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from boardtool.ui.meetings.page import MeetingsPage

_SEPTEMBER = "NNHWB/2022-09-06"
_JULY = "NNHWB/2022-07-05"
_MARCH = "NNHWB/2022-03-10"


def pictures_of(page: "MeetingsPage") -> Sequence[Picture]:
    def at(ref: str, tab: str) -> Callable[[], None]:
        return lambda: page.open(Place("meetings", ref=ref, tab=tab))

    return (
        Picture("agenda", at(_SEPTEMBER, "agenda")),
        Picture("agenda-item", lambda: _item(page)),
        Picture("papers", at(_SEPTEMBER, "papers")),
        Picture("attendance", at(_JULY, "attendance")),
        Picture("minutes", at(_JULY, "minutes")),
        Picture("minutes-approved", at(_MARCH, "minutes")),
        Picture("minutes-none", at(_SEPTEMBER, "minutes")),
        Picture("actions", at(_JULY, "actions")),
        Picture("checks", at(_SEPTEMBER, "checks")),
        Picture("titles", lambda: _titles(page)),
        Picture("preview", lambda: _preview(page)),
        Picture("publication", lambda: _publication(page)),
        Picture("new", lambda: _new(page)),
    )


def _item(page: "MeetingsPage") -> None:
    from boardtool.ui.meetings.agenda.tab import AgendaTab

    page.open(Place("meetings", ref=_SEPTEMBER, tab="agenda"))
    tab = page.workspace.tab
    assert isinstance(tab, AgendaTab)
    row = next((row for row in tab.model.rows if row.item.papers), None)
    if row is not None:
        tab.choose(row.item.id)
        tab.show_details()


def _titles(page: "MeetingsPage") -> None:
    from boardtool.ui.meetings.titles import TitlesDialog

    facts = page.workspace.facts
    assert facts is not None
    TitlesDialog(page.context, page, facts.meeting).open()


def _preview(page: "MeetingsPage") -> None:
    """The preview made at once, since a picture cannot wait for a job."""
    from boardtool.ui.meetings.preview import PAGE_WIDTH, PreviewDialog, pages_of

    density = page.devicePixelRatioF()
    images = pages_of(
        page.context.store,
        "agenda",
        _SEPTEMBER,
        today=page.context.clock.today(),
        width=round(PAGE_WIDTH * density),
    )
    PreviewDialog(page, "Agenda", images, density=density, make=page.workspace.make_document).open()


def _publication(page: "MeetingsPage") -> None:
    page.open(Place("meetings", ref=_SEPTEMBER, tab="agenda"))
    page.workspace.menu.record_publication()


def _new(page: "MeetingsPage") -> None:
    from boardtool.ui.meetings.new_meeting import NewMeetingDialog, boards_to_meet

    page.open(Place("meetings"))
    with page.context.store.reading() as reading:
        known = boards_to_meet(reading)
    dialog = NewMeetingDialog(page.context, page, known)
    dialog.day.box.setText("10 May 2023")
    dialog.open()
