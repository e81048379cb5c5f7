"""What an action log says, and how it is made from a board's actions."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from boardtool.domain.actions import Action
from boardtool.domain.boards import Board
from boardtool.domain.dates import long_date
from boardtool.domain.documents.sitting import Audience


@dataclass(frozen=True, slots=True)
class LoggedAction:
    """A row of the log; `status` is a word for people ("Open", "Completed")."""

    number: str
    text: str
    owners: tuple[str, ...] = ()
    due: date | None = None
    progress: str = ""
    status: str = ""
    completed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ActionLogPaper:
    """An action log as of a day: what is open, then what was completed since the last meeting.

    `completed_since` is None where there was no earlier meeting: then all that was completed is listed.
    """

    council: str
    board: str
    as_of: date
    audience: Audience
    open: tuple[LoggedAction, ...] = ()
    completed: tuple[LoggedAction, ...] = ()
    completed_since: date | None = None

    @property
    def completed_heading(self) -> str:
        if self.completed_since is None:
            return "Actions completed"
        return f"Actions completed since {long_date(self.completed_since)}"


def action_log_paper(
    board: Board,
    actions: Iterable[Action],
    *,
    as_of: date,
    completed_since: date | None,
    exempt_items: Collection[int],
    audience: Audience = Audience.PUBLIC,
) -> ActionLogPaper:
    """The log of a board; for the public without actions of `exempt_items` (ids of agenda items).

    A completed action without a date of completion is listed: nobody knows that it is old.
    """
    shown = [a for a in actions if audience is Audience.PRIVATE or a.item_id not in exempt_items]
    return ActionLogPaper(
        council=board.council,
        board=board.name,
        as_of=as_of,
        audience=audience,
        open=tuple(logged(a) for a in shown if not a.status.is_done),
        completed=tuple(logged(a) for a in shown if a.status.is_done and _since(a, completed_since)),
        completed_since=completed_since,
    )


def logged(action: Action) -> LoggedAction:
    return LoggedAction(
        number=action.number,
        text=action.text,
        owners=action.owners,
        due=action.due,
        progress=action.progress,
        status=action.status.value.capitalize(),
        completed_on=action.completed_on,
    )


def _since(action: Action, day: date | None) -> bool:
    return day is None or action.completed_on is None or action.completed_on >= day
