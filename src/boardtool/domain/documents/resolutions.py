"""The summary of resolutions: what was resolved, alone, for the day after."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from boardtool.domain.boards import Board
from boardtool.domain.documents.minuting import PrintedMinute, printed_minutes
from boardtool.domain.documents.sitting import Audience, Sitting, sitting_of
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.minutes import Minute


@dataclass(frozen=True, slots=True)
class ResolutionsPaper:
    """Resolutions by minute, allow-listed as the minutes are; narrative and actions are left out.

    Those of exempt items stand apart in `exempt`, which is empty for the public (R16).
    """

    sitting: Sitting
    audience: Audience
    minutes: tuple[PrintedMinute, ...] = ()
    exempt: tuple[PrintedMinute, ...] = ()


def resolutions_paper(
    board: Board,
    meeting: Meeting,
    items: Collection[AgendaItem],
    minutes: Iterable[Minute],
    *,
    audience: Audience = Audience.PUBLIC,
) -> ResolutionsPaper:
    written = tuple(minutes)
    everyone = _resolved(written, items, Audience.PUBLIC)
    all_of_it = _resolved(written, items, audience)
    apart = tuple(minute for minute in all_of_it if minute not in everyone)
    return ResolutionsPaper(sitting_of(board, meeting), audience, everyone, apart)


def _resolved(
    minutes: Collection[Minute], items: Collection[AgendaItem], audience: Audience
) -> tuple[PrintedMinute, ...]:
    printed = printed_minutes(minutes, items, (), audience)
    return tuple(replace(m, narrative="", actions=()) for m in printed if m.resolutions)
