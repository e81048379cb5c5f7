"""The tabs of a meeting's workspace: which there are, what is counted behind each word, how each is made."""

from collections.abc import Callable

from boardtool.domain.agenda_totals import totals
from boardtool.domain.meetings import Capacity
from boardtool.domain.pack.made import changed_since
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.tab import WorkspaceTab
from boardtool.ui.widgets.tabs import Tab

FIRST = "agenda"


def tabs_of(facts: MeetingFacts | None) -> list[Tab]:
    """The tabs from left to right, each with what stands behind its word once the meeting is known."""
    counts = {} if facts is None else _counts(facts)
    return [
        Tab(name, words, counts.get(name, ""))
        for name, words in (
            ("agenda", "Agenda"),
            ("papers", "Papers & pack"),
            ("requests", "Requests"),
            ("attendance", "Attendance"),
            ("minutes", "Minutes"),
            ("actions", "Actions"),
            ("checks", "Checks"),
        )
    ]


def _counts(facts: MeetingFacts) -> dict[str, str]:
    """What stands behind each tab's word; nothing where there is nothing to count."""
    members = sum(person.capacity is Capacity.MEMBER for person in facts.attendance)
    undone = sum(not action.status.is_done for action in facts.actions)
    return {
        "agenda": str(len(facts.items) or ""),
        "papers": _papers_count(facts),
        "requests": str(len(facts.case.requests) or ""),
        "attendance": str(members or ""),
        "minutes": str(len(facts.minutes) or ""),
        "actions": f"{undone} open" if facts.actions else "",
        "checks": str(len(facts.checked.findings) or ""),
    }


def _papers_count(facts: MeetingFacts) -> str:
    """How many pages the pack has, or papers while there is none; and whether it is out of date."""
    if facts.case.ahead and facts.case.packs and changed_since(facts.case.packs, facts.items):
        return "out of date"
    last_page = totals(facts.meeting, facts.items).last_page
    papers = sum(len(item.papers) for item in facts.items)
    return f"{last_page} pages" if last_page is not None else str(papers or "")


def made_tab(name: str, context: Context) -> WorkspaceTab:
    """A tab by its name; what it is made of is loaded at its first visit."""
    return _MAKERS[name](context)


def _agenda(context: Context) -> WorkspaceTab:
    from boardtool.ui.meetings.agenda.tab import AgendaTab

    return AgendaTab(context)


def _papers(context: Context) -> WorkspaceTab:
    from boardtool.ui.meetings.papers.tab import PapersTab

    return PapersTab(context)


def _requests(context: Context) -> WorkspaceTab:
    from boardtool.ui.meetings.requests.tab import RequestsTab

    return RequestsTab(context)


def _attendance(context: Context) -> WorkspaceTab:
    from boardtool.ui.meetings.attendance.tab import AttendanceTab

    return AttendanceTab(context)


def _minutes(context: Context) -> WorkspaceTab:
    from boardtool.ui.meetings.minutes.tab import MinutesTab

    return MinutesTab(context)


def _actions(context: Context) -> WorkspaceTab:
    from boardtool.ui.meetings.actions_tab import ActionsTab

    return ActionsTab(context)


def _checks(context: Context) -> WorkspaceTab:
    from boardtool.ui.meetings.checks_tab import ChecksTab

    return ChecksTab(context)


_MAKERS: dict[str, Callable[[Context], WorkspaceTab]] = {
    "agenda": _agenda,
    "papers": _papers,
    "requests": _requests,
    "attendance": _attendance,
    "minutes": _minutes,
    "actions": _actions,
    "checks": _checks,
}
