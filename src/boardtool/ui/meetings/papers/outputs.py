"""What goes out of a meeting beside its pack: its name, a sentence about it, and when it is offered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from boardtool.domain.documents import Audience
from boardtool.domain.meetings import Status
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.columns import AgendaRow
from boardtool.ui.meetings.documents import (
    DRAFT_RESOLUTIONS,
    MINUTES_PACK,
    NOTICE,
    MeetingDocument,
    save_meeting_document,
)
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.papers.hand_over import choose_hand_over
from boardtool.ui.meetings.papers.invitations import choose_invitation
from boardtool.ui.meetings.preparing import choose_brief, choose_calls, choose_template
from boardtool.ui.meetings.publication import PublicationDialog
from boardtool.ui.places import Place


@dataclass(frozen=True, slots=True)
class Output:
    """Something that can be made; `do` asks what it must know, then makes it."""

    words: str
    about: str
    do: Callable[[MeetingFacts], None]
    offered: Callable[[MeetingFacts], bool]


def outputs_of(context: Context, page: QWidget) -> tuple[Output, ...]:
    """All of them, in the order of their days; each asks in front of `page`."""
    return (
        Output(
            "Call for papers…",
            "A draft message to everybody who owes a paper, with a template of the report",
            partial(choose_calls, context, page),
            _awaits_papers,
        ),
        Output(
            "Report template…",
            "Word, filled in for one item: title, author, day, recommendations",
            partial(choose_template, context, page),
            _ahead,
        ),
        Output(
            "Folder to publish from…",
            "Each public paper as a file of its own, neutrally named, with a contents list and a checklist",
            partial(choose_hand_over, context, page),
            _has_items,
        ),
        Output(
            "Record publication…",
            "boardtool does not publish: say when the council's own system did",
            lambda facts: PublicationDialog(context, page, facts.meeting).open(),
            _ahead,
        ),
        Output(
            "Page ranges as published…",
            "Read back from the council's own pack into the page column of the agenda",
            lambda facts: context.navigate(Place("importing", ref=facts.meeting.ref, tab="pages")),
            _was_published,
        ),
        Output(
            "Notice of the meeting…",
            "For the notice board and the web page",
            partial(_save, context, page, NOTICE),
            _has_items,
        ),
        Output(
            "Summary of resolutions (draft)…",
            "What was resolved, for the day after",
            partial(_save, context, page, DRAFT_RESOLUTIONS),
            _has_resolved,
        ),
        Output(
            "Minutes pack…",
            "Minutes, resolutions and the action log after the meeting, in one document",
            partial(_save, context, page, MINUTES_PACK),
            lambda facts: bool(facts.minutes),
        ),
        Output(
            "Invitation to members…",
            "A calendar entry that asks them to come; sent again, it replaces the last",
            lambda facts: choose_invitation(context, page, facts, Audience.PRIVATE),
            _ahead,
        ),
        Output(
            "Calendar entry for the public…",
            "Without names and without the video link",
            lambda facts: choose_invitation(context, page, facts, Audience.PUBLIC),
            _ahead,
        ),
        Output(
            "Chair's brief…",
            "Running order, recommendations, speakers and apologies; nothing exempt",
            lambda facts: choose_brief(context, page, facts, Audience.PUBLIC),
            _ahead,
        ),
        Output(
            "Chair's brief with exempt items…",
            "Not for publication",
            lambda facts: choose_brief(context, page, facts, Audience.PRIVATE),
            _ahead_with_exempt_items,
        ),
    )


def _save(context: Context, page: QWidget, wanted: MeetingDocument, facts: MeetingFacts) -> None:
    save_meeting_document(page, context, facts.meeting, wanted)


def _has_resolved(facts: MeetingFacts) -> bool:
    return any(minute.resolutions for minute in facts.minutes)


def _has_items(facts: MeetingFacts) -> bool:
    return bool(facts.items)


def _ahead(facts: MeetingFacts) -> bool:
    return facts.case.ahead and bool(facts.items)


def _was_published(facts: MeetingFacts) -> bool:
    return facts.meeting.published_at is not None and facts.meeting.status is not Status.APPROVED


def _awaits_papers(facts: MeetingFacts) -> bool:
    return _ahead(facts) and any(AgendaRow(item).lacks_paper for item in facts.items)


def _ahead_with_exempt_items(facts: MeetingFacts) -> bool:
    return _ahead(facts) and any(item.exempt for item in facts.items)
