"""The register of requests to address a meeting: a working paper with addresses, never for the public."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from boardtool.domain.boards import Board
from boardtool.domain.documents.sitting import Sitting, sitting_of
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.requests_to_address import RequestToAddress


@dataclass(frozen=True, slots=True)
class RegisteredRequest:
    """A row of the register; `item` is its number and subject, `decided` says by whom and why."""

    name: str
    organisation: str
    contact: str
    item: str
    subject: str
    received_at: datetime
    late: bool
    route: str
    decision: str
    decided_by: str
    decided_on: date | None
    reason: str
    minutes: int
    spoke: str


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """The requests of a meeting in the order in which they came, and when they closed."""

    sitting: Sitting
    closes: datetime
    requests: tuple[RegisteredRequest, ...]


def register_paper(
    board: Board,
    meeting: Meeting,
    items: Iterable[AgendaItem],
    requests: Iterable[RequestToAddress],
    *,
    closes: datetime,
) -> RegisterPaper:
    subjects = {item.id: f"{item.number} {item.subject}" for item in items}
    rows = tuple(
        RegisteredRequest(
            name=each.name,
            organisation=each.organisation,
            contact=each.contact,
            item="" if each.item_id is None else subjects.get(each.item_id, ""),
            subject=each.subject,
            received_at=each.received_at,
            late=each.is_late(closes),
            route=str(each.route),
            decision=str(each.decision),
            decided_by=each.decided_by,
            decided_on=each.decided_on,
            reason=each.reason,
            minutes=each.minutes,
            spoke=str(each.spoke),
        )
        for each in requests
    )
    return RegisterPaper(sitting_of(board, meeting), closes, rows)
