"""Requests to address meetings, as the store keeps them, and each board's rules about them."""

from collections.abc import Sequence

from sqlalchemy import Row, select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import REQUEST_TO_ADDRESS, SPEAKING_RULES
from boardtool.domain.errors import NotFoundError
from boardtool.domain.requests_to_address import Decision, RequestToAddress, Route, SpeakingRules, Spoke


def of_meeting(reading: Reading, meeting_id: int) -> list[RequestToAddress]:
    """In the order in which they came."""
    table = REQUEST_TO_ADDRESS
    found = reading.execute(
        select(table).where(table.c.meeting_id == meeting_id).order_by(table.c.received_at, table.c.id)
    )
    return [_request(row) for row in found]


def by_id(reading: Reading, request_id: int) -> RequestToAddress:
    table = REQUEST_TO_ADDRESS
    found = reading.execute(select(table).where(table.c.id == request_id)).one_or_none()
    if found is None:
        raise NotFoundError("This request is not in the library any more.")
    return _request(found)


def contacts(reading: Reading, meeting_ids: Sequence[int]) -> list[str]:
    """How those who asked are reached: what no public document may hold (R32)."""
    table = REQUEST_TO_ADDRESS
    query = select(table.c.contact).where(table.c.meeting_id.in_(meeting_ids), table.c.contact != "")
    return list(reading.execute(query).scalars())


def add(step: Step, meeting_id: int, *, name: str, **values: object) -> int:
    return rows.add(step, REQUEST_TO_ADDRESS, meeting_id=meeting_id, name=name, **values)


def change(step: Step, request_id: int, **values: object) -> None:
    rows.change(step, REQUEST_TO_ADDRESS, request_id, values)


def remove(step: Step, request_id: int) -> None:
    rows.remove(step, REQUEST_TO_ADDRESS, request_id)


def rules_of(reading: Reading, board_id: int) -> SpeakingRules:
    """A board's own rules, else the usual ones."""
    found = reading.execute(select(SPEAKING_RULES).where(SPEAKING_RULES.c.board_id == board_id)).one_or_none()
    if found is None:
        return SpeakingRules()
    return SpeakingRules(found.clear_days, found.closes_at, found.minutes_each, found.minutes_in_all)


def set_rules(step: Step, board_id: int, rules: SpeakingRules) -> None:
    values = {
        "clear_days": rules.clear_days,
        "closes_at": rules.closes_at,
        "minutes_each": rules.minutes_each,
        "minutes_in_all": rules.minutes_in_all,
    }
    held = step.reading.execute(
        select(SPEAKING_RULES.c.id).where(SPEAKING_RULES.c.board_id == board_id)
    ).scalar_one_or_none()
    if held is None:
        rows.add(step, SPEAKING_RULES, board_id=board_id, **values)
    else:
        rows.change(step, SPEAKING_RULES, held, values)


def _request(row: Row[tuple[object, ...]]) -> RequestToAddress:
    return RequestToAddress(
        id=row.id,
        meeting_id=row.meeting_id,
        name=row.name,
        received_at=row.received_at,
        item_id=row.item_id,
        organisation=row.organisation,
        contact=row.contact,
        subject=row.subject,
        route=Route(row.route),
        decision=Decision(row.decision),
        decided_by=row.decided_by,
        decided_on=row.decided_on,
        reason=row.reason,
        minutes=row.minutes,
        spoke=Spoke(row.spoke),
    )
