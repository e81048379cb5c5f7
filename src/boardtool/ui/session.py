"""One library open in the window: what a page works with is put together here, and taken apart again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from boardtool.data.copied_folders import copied_by
from boardtool.ui.asking import Asking
from boardtool.ui.bug_window import BugWindow
from boardtool.ui.changes import Changes
from boardtool.ui.commands import Commands, Source
from boardtool.ui.context import Clock, Context
from boardtool.ui.jobs import Jobs
from boardtool.ui.late_badge import LateBadge
from boardtool.ui.main_window import MainWindow
from boardtool.ui.messages import Messages
from boardtool.ui.opening import Opened
from boardtool.ui.page import PageEntry
from boardtool.ui.preferences import Preferences
from boardtool.ui.recovery import Recovery
from boardtool.ui.safekeeping import Safekeeping
from boardtool.ui.searching import find_in_library
from boardtool.ui.steps import Steps
from boardtool.ui.theme.appearance import Appearance
from boardtool.ui.theme.colours import Tone
from boardtool.ui.undo import Undo


class Session(QObject):
    """Joins a store and a window by a `Context`; `close` waits for what is being written."""

    def __init__(
        self,
        window: MainWindow,
        opened: Opened,
        *,
        messages: Messages,
        preferences: Preferences,
        appearance: Appearance,
        clock: Clock,
        entries: Sequence[PageEntry],
    ) -> None:
        super().__init__(window)
        store = opened.store
        self._store = store
        self._safekeeping: Safekeeping | None = None
        self._changes = Changes(store, self)
        self._steps = Steps(self._changes, messages, self)
        self._asking = Asking(store, messages, self)
        self._jobs = Jobs(messages, self)
        undo = Undo(
            store,
            steps=self._steps,
            asking=self._asking,
            changes=self._changes,
            messages=messages,
            parent=self,
        )
        self.context = Context(
            store=store,
            steps=self._steps,
            asking=self._asking,
            changes=self._changes,
            messages=messages,
            jobs=self._jobs,
            undo=undo,
            commands=Commands(
                self, refusal=f"{opened.held} You can read, not change." if opened.held else ""
            ),
            preferences=preferences,
            appearance=appearance,
            clock=clock,
            navigate=window.go,
            read_only=bool(opened.held),
        )
        self.context.commands.add_source(Source("In the library", find_in_library))
        window.set_context(self.context, entries)
        facts = ("This laptop only", store.folder.name)
        window.status_bar.set_facts(*facts)
        messages.broke.connect(lambda report: BugWindow(report, window).open())
        LateBadge(
            self._asking, self._changes, clock, tell=partial(window.rail.set_badge, "actions"), parent=self
        ).look()
        if opened.held:
            window.strip.say(
                opened.held, "You can read, not change.", icon="lock", tone=Tone.DUE, closable=False
            )
        else:
            self._warn_of_copies()
            undo.look()
            if store.left_by is not None:
                Recovery(messages=messages, clock=clock, navigate=window.go, parent=self).tell(self._asking)
            self._safekeeping = Safekeeping(
                store,
                asking=self._asking,
                clock=clock,
                tell=lambda words: window.status_bar.set_facts(*facts, words),
                parent=self,
            )

    def _warn_of_copies(self) -> None:
        """Say where another program copies the library while it is written, and what comes of it."""
        who = copied_by(self._store.folder.absolute())
        if who:
            self.context.messages.strip(
                f"This library lies in {who}. Another laptop may get half of it, or write into a second "
                "copy: close boardtool and move the folder to a place of this laptop alone."
            )

    def close(self) -> None:
        """Finish what is under way, then let the library go."""
        self._jobs.finish()
        self._steps.finish()
        if self._safekeeping is not None:
            self._safekeeping.close()
        self._asking.stop()
        self._changes.stop()
        self._store.close()
