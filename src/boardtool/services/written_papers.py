"""The papers of an agenda that the program writes itself: minutes of the last meeting, and the action log."""

from collections.abc import Mapping
from datetime import date

from boardtool.data import meetings
from boardtool.data.store import Reading
from boardtool.domain.boards import ItemRole
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Meeting
from boardtool.domain.pack.contents import Written
from boardtool.services.publishing import DOCUMENTS


def written_papers(
    reading: Reading, meeting: Meeting, *, today: date
) -> Mapping[ItemRole, Mapping[Audience, Written]]:
    """The minutes of the last meeting and the action log, for each audience."""
    last = meetings.before(reading, meeting.board_id, meeting.date)
    named = {ItemRole.LAST_MINUTES: ("minutes", last), ItemRole.ACTION_LOG: ("actions", meeting)}
    found: dict[ItemRole, dict[Audience, Written]] = {}
    for role, (document, of) in named.items():
        if of is None:
            continue
        try:
            papers_made = {each: DOCUMENTS[document](reading, of.ref, each, today) for each in Audience}
        except CannotDoError:  # nothing was minuted: the item has no paper then
            continue
        found[role] = {each: paper for each, paper in papers_made.items() if isinstance(paper, Written)}
    return found
