"""One line of the action log: the action, how late it is, and the heading that it stands under."""

from collections.abc import Iterable
from dataclasses import dataclass

from boardtool.domain.actions import Action
from boardtool.domain.lateness import Horizon, Lateness, Standing, grouped, lateness
from boardtool.ui.theme.colours import Tone

LOOK = {
    Standing.LATE: ("triangle-alert", Tone.LATE),
    Standing.DUE_SOON: ("clock", Tone.DUE),
    Standing.OPEN: ("circle", Tone.FAINT),
    Standing.DONE: ("circle-check", Tone.DONE),
}
"""The icon and the tone of each standing; the words beside them say the same."""


@dataclass(frozen=True, slots=True)
class ActionRow:
    action: Action
    lateness: Lateness
    heading: str
    in_group: int

    @property
    def standing(self) -> Standing:
        return self.lateness.standing


def rows_of(actions: Iterable[Action], horizon: Horizon) -> list[ActionRow]:
    """The lines of the log in groups, the most urgent first."""
    return [
        ActionRow(action, lateness(action, horizon), group.heading, len(group.actions))
        for group in grouped(actions, horizon)
        for action in group.actions
    ]
