"""What a search of the library finds, as lines of Ctrl+K: under which heading, and where each leads."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from boardtool.domain.dates import long_date
from boardtool.domain.hits import Hit as Found
from boardtool.domain.hits import HitKind
from boardtool.ui.commands import Hit
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from boardtool.data.store import Reading

MOST = 24

_HEADINGS = {
    HitKind.MEETING: "Meetings",
    HitKind.PERSON: "People",
    HitKind.ACTION: "Actions",
    HitKind.PROGRESS: "Actions",
    HitKind.MINUTE: "Minutes and decisions",
    HitKind.DECISION: "Minutes and decisions",
    HitKind.ITEM: "Agenda items",
    HitKind.REQUEST: "Requests to address a meeting",
}
_ICONS = {
    HitKind.MEETING: "calendar",
    HitKind.PERSON: "user",
    HitKind.ACTION: "list-checks",
    HitKind.PROGRESS: "history",
    HitKind.MINUTE: "file-text",
    HitKind.DECISION: "gavel",
    HitKind.ITEM: "calendar",
    HitKind.REQUEST: "message-square",
}
_TABS = {HitKind.ITEM: "agenda", HitKind.REQUEST: "requests"}


def find_in_library(reading: "Reading", typed: str) -> Sequence[Hit]:
    """The best of everything that fits, those of one heading together."""
    from boardtool.data.search import search

    hits = [line_of(found) for found in search(reading, typed, most=MOST)]
    order = list(dict.fromkeys(_HEADINGS.values()))
    return sorted(hits, key=lambda hit: order.index(hit.heading))


def line_of(found: Found) -> Hit:
    return Hit(
        words=found.snippet,
        detail=_detail(found),
        icon=_ICONS[found.kind],
        place=place_of(found),
        heading=_HEADINGS[found.kind],
    )


def _detail(found: Found) -> str:
    if found.kind in {HitKind.MEETING, HitKind.PERSON}:
        return ""
    if found.kind in {HitKind.ACTION, HitKind.PROGRESS}:
        return found.ref
    day = long_date(found.date) if found.date is not None else ""
    return " · ".join(part for part in (found.board, day, found.place) if part)


def place_of(found: Found) -> Place:
    """Where in the window a thing found is shown."""
    if found.kind is HitKind.PERSON:
        return Place("people", id=found.row)
    if found.kind in {HitKind.ACTION, HitKind.PROGRESS}:
        return Place("actions", ref=found.ref, id=found.row)
    if found.kind is HitKind.MEETING:
        return Place("meetings", ref=found.ref)
    tab = _TABS.get(found.kind, "minutes")
    return Place("meetings", ref=found.ref, tab=tab, id=found.row)
