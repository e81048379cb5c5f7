"""Which actions of a log are wanted: by board, status, owner, due day and words."""

from dataclasses import dataclass, replace
from enum import StrEnum

from boardtool.domain.actions import Action
from boardtool.domain.lateness import Horizon, Standing, lateness
from boardtool.domain.text import folded


class StatusWanted(StrEnum):
    OPEN_AND_RECENT = "open and recent"
    OPEN = "open"
    DONE = "done"
    ALL = "all"


class DueWanted(StrEnum):
    ANY = "any"
    LATE = "late"
    BY_NEXT_MEETING = "by the next meeting"
    NO_DAY = "no day"


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """What is wanted of the log; `board_id` 0 and an empty `owner` mean any."""

    board_id: int = 0
    status: StatusWanted = StatusWanted.OPEN_AND_RECENT
    owner: str = ""
    due: DueWanted = DueWanted.ANY
    words: str = ""

    def wants(self, action: Action, horizon: Horizon) -> bool:
        return (
            self.board_id in {0, action.board_id}
            and self._wants_status(action, horizon)
            and (not self.owner or self.owner in action.owners)
            and self._wants_due(action, horizon)
            and self._wants_words(action)
        )

    @property
    def narrows(self) -> bool:
        """Whether something is left out that the resting filter would show."""
        return replace(self, board_id=0) != ActionFilter()

    def _wants_status(self, action: Action, horizon: Horizon) -> bool:
        if self.status is StatusWanted.ALL:
            return True
        if not action.status.is_done:
            return self.status is not StatusWanted.DONE
        if self.status is StatusWanted.DONE:
            return True
        return self.status is StatusWanted.OPEN_AND_RECENT and _is_recent(action, horizon)

    def _wants_due(self, action: Action, horizon: Horizon) -> bool:
        if self.due is DueWanted.ANY:
            return True
        if self.due is DueWanted.NO_DAY:
            return action.due is None
        standing = lateness(action, horizon).standing
        if self.due is DueWanted.LATE:
            return standing is Standing.LATE
        return standing in {Standing.LATE, Standing.DUE_SOON}

    def _wants_words(self, action: Action) -> bool:
        words = folded(self.words).split()
        said = folded(" ".join((action.number, action.text, *action.owners, action.progress)))
        return all(word in said for word in words)


def _is_recent(action: Action, horizon: Horizon) -> bool:
    """Whether an action was completed since the last meeting, as the printed log shows it."""
    if action.completed_on is None:
        return False
    return horizon.last_meeting is None or action.completed_on >= horizon.last_meeting
