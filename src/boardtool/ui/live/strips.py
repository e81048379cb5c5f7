"""What the strip over the panes says: locked, words not in the library, or not opened yet."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boardtool.data import rescue
from boardtool.data.rescue import Rescued
from boardtool.domain.dates import long_date
from boardtool.domain.minutes import Minute
from boardtool.ui.context import Context
from boardtool.ui.live.rescued_words import RescuedWords, missing_words
from boardtool.ui.live.state import LiveState
from boardtool.ui.messages import Link
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.notices import Strip


class Strips(QObject):
    """Fills the strip of the page and offers rescued words; `settled` when the person has decided."""

    settled = Signal()

    def __init__(self, page: QWidget, strip: Strip, context: Context, go_on: Callable[[], None]) -> None:
        super().__init__(page)
        self._page = page
        self._strip = strip
        self._context = context
        self._go_on = go_on
        self._file = rescue.rescue_file(context.store.folder)
        self._rescued: Sequence[Rescued] = ()
        self._state: LiveState | None = None

    def look(self) -> None:
        """Ask for the words that the rescue file still holds."""
        self._context.asking.ask(
            (self, "rescued"), lambda _reading: rescue.unsettled(self._file), self._found
        )

    def _found(self, rescued: Sequence[Rescued]) -> None:
        self._rescued = rescued
        if self._state is not None:
            self.show(self._state)

    def show(self, state: LiveState) -> None:
        self._state = state
        missing = missing_words(self._rescued, state.minutes)
        if state.locked:
            self._say_locked(state)
        elif self._context.read_only:
            self._strip.clear()
        elif missing:
            self._say_missing(*missing[0])
        elif not state.opened:
            self._say_not_opened()
        else:
            self._strip.clear()

    def _say_locked(self, state: LiveState) -> None:
        on = state.meeting.approved_on
        self._strip.say(
            f"Approved on {long_date(on)} and locked." if on is not None else "Approved and locked.",
            "You can read, not change. A correction is minuted at the next meeting.",
            icon="lock",
            tone=Tone.HELP,
            closable=False,
        )

    def _say_missing(self, rescued: Rescued, minute: Minute) -> None:
        self._strip.say(
            f"Words typed until {rescued.at:%H:%M:%S} are not in the library.",
            f"They belong to “{minute.heading}”. Nothing is lost: compare, then choose.",
            links=(Link("Compare", partial(self._compare, rescued, minute)),),
            closable=False,
        )

    def _say_not_opened(self) -> None:
        self._strip.say(
            "Not opened yet.",
            "Opening lists everybody expected, gives every item its minute, and starts the first clock.",
            icon="clock",
            tone=Tone.HELP,
            links=(Link("Open the meeting", self._go_on),),
            closable=False,
        )

    def _compare(self, rescued: Rescued, minute: Minute) -> None:
        window = RescuedWords(rescued, minute, self._page)
        window.decided.connect(partial(self._decided, rescued, minute))
        window.open()

    def _decided(self, rescued: Rescued, minute: Minute, text: str) -> None:
        from boardtool.services import minutes

        self._rescued = [each for each in self._rescued if each != rescued]

        def keep() -> None:
            if text != minute.narrative:
                minutes.write_narrative(self._context.store, minute_id=minute.id, text=text)
            rescue.settle(self._file, minute.id)

        self._context.steps.run(keep, then=lambda _none: self.settled.emit())
