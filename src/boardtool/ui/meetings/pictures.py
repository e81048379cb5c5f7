"""The states of the Meetings place that are worth a picture, on the sample board."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from boardtool.ui.meetings.listing import MeetingsList
from boardtool.ui.meetings.papers_pictures import pictures_of as pictures_of_papers
from boardtool.ui.meetings.requests_pictures import pictures_of as pictures_of_requests
from boardtool.ui.meetings.workspace import Workspace
from boardtool.ui.page import Picture
from boardtool.ui.places import Place

_SEPTEMBER = "NNHWB/2022-09-06"
_JULY = "NNHWB/2022-07-05"
_MARCH = "NNHWB/2022-03-10"


def pictures_of(
    listing: MeetingsList, workspace: Workspace, go: Callable[[Place], None]
) -> Sequence[Picture]:
    def at(ref: str, tab: str) -> Callable[[], None]:
        return lambda: go(Place("meetings", ref=ref, tab=tab))

    return (
        Picture("agenda", at(_SEPTEMBER, "agenda")),
        Picture("agenda-item", partial(_item, workspace)),
        Picture("titles", partial(_titles, workspace)),
        Picture("preview", partial(_preview, workspace)),
        Picture("publication", workspace.menu.record_publication),
        Picture("publication-late", partial(_published_late, workspace)),
        Picture("attendance", at(_JULY, "attendance")),
        Picture("minutes", at(_JULY, "minutes")),
        Picture("minutes-approved", at(_MARCH, "minutes")),
        Picture("minutes-none", at(_SEPTEMBER, "minutes")),
        Picture("actions", at(_JULY, "actions")),
        Picture("checks", at(_SEPTEMBER, "checks")),
        Picture("list", lambda: go(Place("meetings"))),
        Picture("new", partial(_new, listing)),
        Picture("papers", at(_SEPTEMBER, "papers")),
        *pictures_of_requests(workspace, at(_SEPTEMBER, "requests")),
        *pictures_of_papers(workspace, at(_SEPTEMBER, "papers")),
    )


def _item(workspace: Workspace) -> None:
    from boardtool.ui.meetings.agenda.tab import AgendaTab

    tab = workspace.tab
    assert isinstance(tab, AgendaTab)
    row = next((row for row in tab.model.rows if row.item.papers), None)
    if row is not None:
        tab.choose(row.item.id)
        tab.show_details()


def _titles(workspace: Workspace) -> None:
    from boardtool.ui.meetings.titles import TitlesDialog

    if workspace.facts is not None:
        TitlesDialog(workspace.context, workspace, workspace.facts.meeting).open()


def _published_late(workspace: Workspace) -> None:
    """The publication two working days late, which asks why."""
    from boardtool.ui.meetings.publication import PublicationDialog

    context, facts = workspace.context, workspace.facts
    if facts is not None:
        dialog = PublicationDialog(context, workspace, facts.meeting)
        dialog.day.set_value(date(2022, 8, 31))
        dialog.open()


def _preview(workspace: Workspace) -> None:
    """The preview made at once, since a picture cannot wait for a job."""
    from boardtool.ui.meetings.preview import PAGE_WIDTH, PreviewDialog, pages_of

    context, density = workspace.context, workspace.devicePixelRatioF()
    images = pages_of(
        context.store,
        "agenda",
        _SEPTEMBER,
        today=context.clock.today(),
        width=round(PAGE_WIDTH * density),
    )
    PreviewDialog(workspace, "Agenda", images, density=density, make=workspace.make_document).open()


def _new(listing: MeetingsList) -> None:
    from boardtool.ui.meetings.new_meeting import NewMeetingDialog, boards_to_meet

    with listing.context.store.reading() as reading:
        known = boards_to_meet(reading)
    dialog = NewMeetingDialog(listing.context, listing, known)
    dialog.day.box.setText("10 May 2023")
    dialog.open()
