"""How the things of the field look in JSON: the keys that scripts and checks read (contract)."""

from collections.abc import Iterable, Mapping

from boardtool.domain.actions import Action
from boardtool.domain.boards import Board
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.minutes import Decision, Minute
from boardtool.domain.people import Membership, Person
from boardtool.domain.requests_to_address import RequestToAddress

Shape = dict[str, object]


def of_board(board: Board) -> Shape:
    return {
        "code": board.code,
        "name": board.name,
        "council": board.council,
        "mode": board.mode.value,
        "usual_place": board.usual_place,
        "usual_start": board.usual_start,
        "quorum": board.quorum.kind.value,
        "restart": board.restart.value,
    }


def of_meeting(meeting: Meeting) -> Shape:
    return {
        "ref": meeting.ref,
        "board": meeting.board_code,
        "date": meeting.date,
        "start": meeting.start,
        "place": meeting.place,
        "status": meeting.status.value,
        "published_at": meeting.published_at,
        "published_although": meeting.published_although,
        "published_because": meeting.published_because,
        "closed_at": meeting.closed_at,
        "approved_on": meeting.approved_on,
    }


def of_item(item: AgendaItem, meeting: Meeting) -> Shape:
    return {
        "meeting": meeting.ref,
        "number": item.number,
        "subject": item.subject,
        "presenters": list(item.presenters),
        "time": item.start,
        "length": item.length,
        "kind": item.kind.value,
        "pages": item.pages,
        "exempt": item.exempt,
        "public_title": item.public_title,
        "purpose": item.purpose.value,
        "recommendations": item.recommendations,
        "papers": [{"title": p.title, "file": p.file_name, "pages": p.pages} for p in item.papers],
    }


def of_request(request: RequestToAddress, meeting: Meeting, numbers: Mapping[int, str]) -> Shape:
    """A request to address a meeting; `numbers` are those of its items. It holds an address."""
    return {
        "id": request.id,
        "meeting": meeting.ref,
        "name": request.name,
        "organisation": request.organisation,
        "contact": request.contact,
        "item": "" if request.item_id is None else numbers.get(request.item_id, ""),
        "subject": request.subject,
        "received_at": request.received_at,
        "route": request.route.value,
        "decision": request.decision.value,
        "decided_by": request.decided_by,
        "decided_on": request.decided_on,
        "reason": request.reason,
        "minutes": request.minutes,
        "spoke": request.spoke.value,
    }


def of_action(action: Action) -> Shape:
    return {
        "number": action.number,
        "board": action.board_code,
        "meeting": action.meeting_ref or None,
        "text": action.text,
        "owners": list(action.owners),
        "due": action.due,
        "status": action.status.value,
        "progress": action.progress,
        "history": [{"on": n.on, "text": n.text, "source": n.source, "who": n.who} for n in action.notes],
        "completed_on": action.completed_on,
        "minute": action.minute,
    }


def of_minute(minute: Minute, meeting: Meeting, item_numbers: Mapping[int, str]) -> Shape:
    return {
        "meeting": meeting.ref,
        "item": None if minute.item_id is None else item_numbers.get(minute.item_id),
        "number": minute.number,
        "heading": minute.heading,
        "text": minute.narrative,
        "lead": minute.lead,
        "exempt": minute.exempt,
        "public_summary": minute.public_summary,
        "resolutions": [
            {"number": _number(resolution.label), "text": resolution.text, "agreed_at": resolution.agreed_at}
            for resolution in minute.resolutions
        ],
        "actions": [of_action(action) for action in minute.actions],
    }


def of_decision(decision: Decision) -> Shape:
    return {
        "meeting": decision.meeting_ref,
        "board": decision.board_code,
        "minute": decision.minute,
        "heading": decision.heading,
        "number": _number(decision.label),
        "text": decision.text,
    }


def of_person(person: Person, held: Iterable[tuple[str, Membership]]) -> Shape:
    """A person with the boards they are on; `role`, `voting` and `post` are those of the first."""
    memberships = [of_membership(code, membership) for code, membership in held]
    first = memberships[0] if memberships else {}
    return {
        "name": person.name,
        "post": person.post or first.get("listed_as", ""),
        "organisation": person.organisation,
        "email": person.email,
        "role": first.get("role"),
        "voting": first.get("voting"),
        "boards": memberships,
    }


def of_membership(code: str, membership: Membership) -> Shape:
    return {
        "board": code,
        "listed_as": membership.listed_as,
        "role": membership.role.value,
        "voting": membership.voting,
        "seat": membership.seat,
        "from": membership.starts,
        "to": membership.ends,
    }


def _number(label: str) -> str | None:
    """The number of a resolution without its bracket; one that stands alone has none."""
    return label.strip("(). ") or None
