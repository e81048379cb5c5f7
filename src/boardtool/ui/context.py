"""What a page is given: the store and the ways to ask, to act, to speak and to go elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from boardtool.ui.asking import Asking
from boardtool.ui.changes import Changes
from boardtool.ui.commands import Commands
from boardtool.ui.jobs import Jobs
from boardtool.ui.messages import Messages
from boardtool.ui.places import Place
from boardtool.ui.preferences import Preferences
from boardtool.ui.steps import Steps
from boardtool.ui.theme.appearance import Appearance
from boardtool.ui.undo import Undo

if TYPE_CHECKING:
    from boardtool.data.store import Store


@dataclass(frozen=True, slots=True)
class Clock:
    """The time as the window knows it; `now` is aware of its zone."""

    now: Callable[[], datetime]

    def today(self) -> date:
        return self.now().date()


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a page works with, handed to its constructor by `app.py`."""

    store: "Store"
    steps: Steps
    asking: Asking
    changes: Changes
    messages: Messages
    jobs: Jobs
    undo: Undo
    commands: Commands
    preferences: Preferences
    appearance: Appearance
    clock: Clock
    navigate: Callable[[Place], None]
    read_only: bool = False
