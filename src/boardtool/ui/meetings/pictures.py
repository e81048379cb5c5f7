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


def _publication(page: "MeetingsPage") -> None:
    page.open(Place("meetings", ref=_SEPTEMBER, tab="agenda"))
    page.workspace.menu.record_publication()


def _new(page: "MeetingsPage") -> None:
    page.open(Place("meetings"))
    page.list.plan()
