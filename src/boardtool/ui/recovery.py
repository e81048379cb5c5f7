"""After a program that was killed: up to when everything is there, and the way back to the minutes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boardtool.domain.dates import long_date
from boardtool.ui.asking import Asking
from boardtool.ui.context import Clock
from boardtool.ui.messages import Link, Messages
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from boardtool.data.store import Reading


@dataclass(frozen=True, slots=True)
class Recovered:
    """When the newest step was done, and the meeting that was in session ("NNHWB/2022-09-06"), if one was."""

    until: datetime | None
    meeting: str


class Recovery(QObject):
    """Tells once what a session that ended without closing has left."""

    def __init__(
        self,
        *,
        messages: Messages,
        clock: Clock,
        navigate: Callable[[Place], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._clock = clock
        self._navigate = navigate

    def tell(self, asking: Asking) -> None:
        asking.ask((self, "recovered"), recovered, self._say)

    def _say(self, found: Recovered) -> None:
        if found.until is None:
            return
        now = self._clock.now()
        until = found.until.astimezone(now.tzinfo)
        day = "" if until.date() == now.date() else f" on {long_date(until.date())}"
        sentence = f"Recovered up to {until:%H:%M:%S}{day}. boardtool was not closed the last time."
        links: tuple[Link, ...] = ()
        if found.meeting:
            links = (Link("Go on with the minutes", self._go_on(found.meeting)),)
        self._messages.strip(sentence, links)

    def _go_on(self, meeting: str) -> Callable[[], None]:
        return lambda: self._navigate(Place("live", ref=meeting))


def recovered(reading: "Reading") -> Recovered:
    from boardtool.data import meetings
    from boardtool.data.history import newest_at
    from boardtool.domain.meetings import Status

    in_session = [each.ref for each in meetings.every(reading) if each.status is Status.IN_SESSION]
    return Recovered(newest_at(reading), next(iter(in_session), ""))
