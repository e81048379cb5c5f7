"""What can be done to the register of requests to address a meeting: kept, decided, heard, taken out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from boardtool.data import agenda, meetings
from boardtool.data import requests_to_address as register
from boardtool.data.store import Step, Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.requests_to_address import (
    MOST_DAYS,
    MOST_IN_ALL,
    MOST_MINUTES,
    Decision,
    RequestToAddress,
    Route,
    SpeakingRules,
    Spoke,
)
from boardtool.domain.text import clean_line, clean_text
from boardtool.domain.times import read_clock
from boardtool.services.open_records import open_meeting_record


def record(
    store: Store,
    *,
    meeting_id: int,
    name: str,
    received_at: datetime,
    item_id: int | None = None,
    organisation: str = "",
    contact: str = "",
    subject: str = "",
    route: Route = Route.EMAIL,
) -> int:
    """Keep a request as it came; nothing is decided by that. Its id.

    Raises:
        CannotDoError: nobody is named, the item is of another meeting, or the minutes are approved.
    """
    name = _named(name)
    with store.step("Record request to address the meeting") as step:
        open_meeting_record(step, meeting_id)
        _refuse_foreign_item(step, meeting_id, item_id)
        return register.add(
            step,
            meeting_id,
            name=name,
            received_at=received_at.replace(tzinfo=None, second=0, microsecond=0),
            item_id=item_id,
            organisation=clean_line(organisation),
            contact=clean_line(contact),
            subject=clean_line(subject),
            route=route,
        )


def change(store: Store, *, request_id: int, **facts: object) -> None:
    """Change facts of a request: name, organisation, contact, subject, route, item_id, received_at, minutes.

    Raises:
        CannotDoError: a fact is unknown or makes no sense, or the minutes of the meeting are approved.
    """
    if unknown := set(facts) - set(_CLEANED):
        raise CannotDoError(f"A request has no {', '.join(sorted(unknown))}.")
    cleaned = {fact: _CLEANED[fact](value) for fact, value in facts.items()}
    with store.step("Change request") as step:
        request = _open_request(step, request_id)
        if "item_id" in cleaned:
            item_id = cleaned["item_id"]
            assert item_id is None or isinstance(item_id, int)
            _refuse_foreign_item(step, request.meeting_id, item_id)
        if "minutes" in cleaned and request.decision is not Decision.ACCEPTED:
            raise CannotDoError(f"{request.name} was not let speak: accept the request first.")
        register.change(step, request_id, **cleaned)


def decide(
    store: Store,
    *,
    request_id: int,
    decision: Decision,
    by: str,
    on: date,
    reason: str = "",
    minutes: int | None = None,
) -> None:
    """Say what became of a request, who said so and why; whoever is accepted is given their minutes.

    Without `minutes` an accepted speaker has those of the board's rules.

    Raises:
        CannotDoError: a request is declined without a reason, or accepted for no time.
    """
    reason = clean_line(reason)
    if decision is Decision.DECLINED and not reason:
        raise CannotDoError("Say why it is declined: whoever asked will want to know.")
    with store.step(_LABELS[decision]) as step:
        _decide(step, _open_request(step, request_id), decision, by, on, reason=reason, minutes=minutes)


def settle(store: Store, *, request_ids: Sequence[int], decision: Decision, by: str, on: date) -> None:
    """Say the same of several requests, in one step; those of which it was said already stay as they are.

    Raises:
        CannotDoError: they cannot be declined so: each needs its reason.
    """
    if decision is Decision.DECLINED:
        raise CannotDoError("Say of each why it is declined: whoever asked will want to know.")
    with store.step(_LABELS[decision]) as step:
        for request_id in request_ids:
            request = _open_request(step, request_id)
            if request.decision is not decision:
                _decide(step, request, decision, by, on)


def _decide(
    step: Step,
    request: RequestToAddress,
    decision: Decision,
    by: str,
    on: date,
    *,
    reason: str = "",
    minutes: int | None = None,
) -> None:
    allotted = 0
    if decision is Decision.ACCEPTED:
        usual = register.rules_of(step.reading, _board_of(step, request)).minutes_each
        allotted = _minutes(usual if minutes is None else minutes)
    undone = decision is Decision.UNDECIDED
    register.change(
        step,
        request.id,
        decision=decision,
        decided_by="" if undone else clean_line(by),
        decided_on=None if undone else on,
        reason="" if undone else reason,
        minutes=allotted,
        spoke=request.spoke if decision is Decision.ACCEPTED else Spoke.UNSAID,
    )


def say_heard(store: Store, *, request_ids: Sequence[int], spoke: Spoke) -> None:
    """Say whether those who were accepted spoke, all in one step.

    Raises:
        CannotDoError: one of the requests was not accepted; nothing is changed.
    """
    with store.step("Record who spoke") as step:
        for request_id in request_ids:
            request = _open_request(step, request_id)
            if request.decision is not Decision.ACCEPTED:
                raise CannotDoError(f"{request.name} was not let speak: accept the request first.")
            register.change(step, request_id, spoke=spoke)


def remove(store: Store, *, request_ids: Sequence[int]) -> None:
    with store.step("Remove request" if len(request_ids) == 1 else "Remove requests") as step:
        for request_id in request_ids:
            _open_request(step, request_id)
            register.remove(step, request_id)


def set_rules(store: Store, *, board_id: int, rules: SpeakingRules) -> None:
    """Say until when a board takes requests and how long speakers have.

    Raises:
        CannotDoError: a number is out of reach, or the time is none.
    """
    if not 0 <= rules.clear_days <= MOST_DAYS:
        raise CannotDoError("Requests close between 0 and 30 full days before the meeting.")
    if not 0 < rules.minutes_each <= rules.minutes_in_all <= MOST_IN_ALL:
        raise CannotDoError("A speaker has at least one minute, and no more than all speakers together.")
    closes_at = read_clock(rules.closes_at)
    with store.step("Set rules for speakers") as step:
        register.set_rules(
            step,
            board_id,
            SpeakingRules(rules.clear_days, closes_at, rules.minutes_each, rules.minutes_in_all),
        )


_LABELS = {
    Decision.UNDECIDED: "Take back decision",
    Decision.ACCEPTED: "Accept request",
    Decision.DECLINED: "Decline request",
    Decision.WITHDRAWN: "Record request withdrawn",
}


def _open_request(step: Step, request_id: int) -> RequestToAddress:
    request = register.by_id(step.reading, request_id)
    open_meeting_record(step, request.meeting_id)
    return request


def _board_of(step: Step, request: RequestToAddress) -> int:
    return meetings.by_id(step.reading, request.meeting_id).board_id


def _refuse_foreign_item(step: Step, meeting_id: int, item_id: int | None) -> None:
    if item_id is not None and agenda.item(step.reading, item_id).meeting_id != meeting_id:
        raise CannotDoError("That item is on the agenda of another meeting.")


def _named(name: object) -> str:
    name = clean_line(str(name))
    if not name:
        raise CannotDoError("Say who asks to address the meeting.")
    return name


def _minutes(value: object) -> int:
    if not isinstance(value, int) or not 0 < value <= MOST_MINUTES:
        raise CannotDoError("A speaker has between 1 and 60 minutes.")
    return value


def _moment(value: object) -> datetime:
    if not isinstance(value, datetime):
        raise CannotDoError("Say when it came: a day and a time.")
    return value.replace(tzinfo=None, second=0, microsecond=0)


def _line(value: object) -> str:
    return clean_line(clean_text(str(value)))


_CLEANED: Mapping[str, Callable[[object], object]] = {
    "name": _named,
    "organisation": _line,
    "contact": _line,
    "subject": _line,
    "route": lambda value: Route(str(value)),
    "item_id": lambda value: value,
    "received_at": _moment,
    "minutes": _minutes,
}
