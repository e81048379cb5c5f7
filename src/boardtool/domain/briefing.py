"""How the chair's brief is made from all that is known of a meeting before it is held."""

from collections.abc import Collection, Iterable

from boardtool.domain.actions import Action
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.checks.membership import voting_members
from boardtool.domain.dates import clock, long_date, weekday_date
from boardtool.domain.documents import (
    Audience,
    BriefedAction,
    BriefedItem,
    BriefedSpeaker,
    BriefPaper,
    sitting_of,
)
from boardtool.domain.excluding import words_to_exclude
from boardtool.domain.lateness import Lateness
from boardtool.domain.meetings import AgendaItem, Presence
from boardtool.domain.quorum import forecast
from boardtool.domain.requests_to_address import Decision, RequestToAddress

_SPEAKS = {Decision.ACCEPTED: "accepted", Decision.UNDECIDED: "to be decided"}


def brief_paper(
    case: MeetingCase,
    late: Iterable[tuple[Action, Lateness]],
    *,
    exempt_items: Collection[int],
    audience: Audience,
) -> BriefPaper:
    """The brief of a meeting; `late` are actions late on its day, the most urgent first.

    For the public without actions of `exempt_items`, which are those of every meeting of the board.
    """
    closed = {item.id for item in case.items if item.exempt and audience is Audience.PUBLIC}
    people = case.attendance
    speakers = tuple(_speakers(case, closed))
    return BriefPaper(
        sitting=sitting_of(case.board, case.meeting),
        audience=audience,
        items=tuple(_briefed(item, case, shut=item.id in closed) for item in case.items),
        apologies=tuple(each.name for each in people if each.presence is Presence.APOLOGIES),
        substitutes=tuple(f"{each.name} for {each.substitute_for}" for each in people if each.substitute_for),
        interests=tuple(
            f"{each.name}: {each.nature}" for each in case.interests if each.item_id not in closed
        ),
        quorum=_quorum(case),
        speakers=speakers,
        time_for_speakers=_time_for_speakers(case) if speakers else "",
        words_to_say=words_to_exclude(case.items),
        to_approve=tuple(f"The minutes of {long_date(held.date)}" for held in case.unapproved),
        late_actions=tuple(
            BriefedAction(action.number, action.text, action.owners, lateness.words)
            for action, lateness in late
            if audience is Audience.PRIVATE or action.item_id not in exempt_items
        ),
    )


def _briefed(item: AgendaItem, case: MeetingCase, *, shut: bool) -> BriefedItem:
    if shut:
        return BriefedItem(
            item.number, item.title_for_the_public, item.start, item.length, exempt=item.exempt
        )
    heard = [each for each in case.requests if each.item_id == item.id]
    return BriefedItem(
        number=item.number,
        title=item.subject,
        start=item.start,
        length=item.length,
        speakers=(*item.presenters, *(_from_the_public(each) for each in heard if _may_speak(each))),
        purpose=item.purpose,
        pages=item.pages,
        recommendations=item.recommendations,
        exempt=item.exempt,
    )


def _may_speak(request: RequestToAddress) -> bool:
    return request.decision is Decision.ACCEPTED


def _from_the_public(request: RequestToAddress) -> str:
    return f"{request.named} (public, {request.minutes} minutes)"


def _speakers(case: MeetingCase, closed: set[int]) -> Iterable[BriefedSpeaker]:
    numbers = {item.id: item.number for item in case.items}
    for request in case.requests:
        if request.decision in _SPEAKS:
            item_id = request.item_id
            yield BriefedSpeaker(
                name=request.named,
                on="" if item_id is None else numbers.get(item_id, ""),
                subject="" if item_id in closed else request.subject,
                minutes=request.minutes,
                decision=_SPEAKS[request.decision],
            )


def _time_for_speakers(case: MeetingCase) -> str:
    rules = case.speaking
    closes = case.requests_close
    return (
        f"Each speaker has {rules.minutes_each} minutes, all together {rules.minutes_in_all}. Requests were "
        f"taken until {clock(f'{closes:%H:%M}')} on {weekday_date(closes.date())}."
    )


def _quorum(case: MeetingCase) -> str:
    return forecast(
        case.board.quorum,
        case.attendance,
        voting_members=voting_members(case),
        remote_counts=case.board.remote_counts,
    )
