"""The rows of the register: each request with its item, and whether it came after the close."""

from dataclasses import dataclass

from boardtool.domain.meetings import AgendaItem
from boardtool.domain.requests_to_address import RequestToAddress
from boardtool.ui.meetings.facts import MeetingFacts


@dataclass(frozen=True, slots=True)
class RequestRow:
    """`choices` are the items of the agenda that a request may be about, as (id, words)."""

    request: RequestToAddress
    item: AgendaItem | None
    late: bool
    choices: tuple[tuple[str, str], ...]

    @property
    def id(self) -> int:
        return self.request.id


def request_rows(facts: MeetingFacts) -> list[RequestRow]:
    closes = facts.case.requests_close
    choices = (
        ("", "No item in particular"),
        *((str(item.id), f"{item.number}  {item.subject}") for item in facts.items),
    )
    return [
        RequestRow(each, facts.item(each.item_id), each.is_late(closes), choices)
        for each in facts.case.requests
    ]
