"""The facts of one board in rows of label and field; each is written as soon as it is changed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.boards import Board, Mode, QuorumKind, Restart
from boardtool.domain.errors import CannotDoError
from boardtool.domain.notice import Counting
from boardtool.domain.times import read_clock
from boardtool.services import boards
from boardtool.ui.context import Context
from boardtool.ui.meetings.quorum import QuorumDialog
from boardtool.ui.settings.paragraph import ParagraphBox
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.fields import Form
from boardtool.ui.widgets.inline_text import InlineText
from boardtool.ui.widgets.labels import Words, body, section

LABEL = 168
_NOTICE_LINES = 12
_MODES = (
    (Mode.STATUTORY, "A board that meets in public, with notice and minutes"),
    (Mode.WORKING_GROUP, "A working group, with action notes"),
)
_RESTARTS = (
    (Restart.NEVER, "Never: they run on"),
    (Restart.MUNICIPAL_YEAR, "In May, with the municipal year"),
    (Restart.CALENDAR_YEAR, "In January"),
    (Restart.BY_HAND, "When somebody says so"),
)
_COUNTINGS = (
    (Counting.WORKING_DAYS, "Working days count, weekends and holidays do not"),
    (Counting.CALENDAR_DAYS, "Every day of the calendar counts"),
)
_WIDTHS = ((1, "1, 2, 3 …"), (2, "01, 02, 03 …"))


class BoardFacts(QWidget):
    """Shows one board; what cannot be taken is said under its field, and what was typed stays."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._board: Board | None = None
        self.texts: dict[str, InlineText] = {}
        self.choices: dict[str, QComboBox] = {}
        self.ticks: dict[str, QCheckBox] = {}
        self.notices = ParagraphBox("Notices on the agenda", lines=_NOTICE_LINES)
        self.notices.typed.connect(self._send_notices)
        self._code = body()
        self._code.setContentsMargins(sizes.S2 + 2, 0, 0, 0)
        self._quorum = body()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S2)
        self.forms: dict[str, Form] = {}
        self._board_itself(self._part(column, "The board"))
        self._meetings(self._part(column, "Its meetings"))
        self._numbers(self._part(column, "Its numbers"))
        self._people(self._part(column, "Who answers for it"))
        column.addSpacing(sizes.S3)
        column.addWidget(section("Notices on the agenda"))
        column.addWidget(
            Words(
                "Printed on the back of the front sheet. Markdown: ## heading, - bullet, **bold**.",
                size=Size.CAPTION,
                tone=Tone.HELP,
                wrap=True,
            )
        )
        column.addWidget(self.notices)
        if context.read_only:
            self._keep_to_reading()

    def _keep_to_reading(self) -> None:
        self.notices.setReadOnly(True)
        for text in self.texts.values():
            text.setReadOnly(True)
        for choice in (*self.choices.values(), *self.ticks.values()):
            choice.setEnabled(False)

    def _part(self, column: QVBoxLayout, words: str) -> Form:
        form = Form(label_width=LABEL)
        column.addSpacing(sizes.S3)
        column.addWidget(section(words))
        column.addWidget(form)
        return form

    def _board_itself(self, form: Form) -> None:
        form.add("code", "Code", self._code, help_text="Names the board in references; it stays as it is.")
        self._text(form, "name", "Name")
        self._text(form, "council", "Council")
        self._choice(form, "mode", "Kind", _MODES)
        quorum = QWidget()
        row = QHBoxLayout(quorum)
        row.setContentsMargins(sizes.S2 + 2, 0, 0, 0)
        row.addWidget(self._quorum)
        row.addWidget(link("Change", self.change_quorum, writes=True))
        row.addStretch()
        form.add("quorum", "Quorum", quorum)
        self._tick(form, "remote_counts", "Members by video count towards it")

    def _meetings(self, form: Form) -> None:
        self._text(form, "usual_place", "Usual place")
        self._text(form, "usual_start", "Usual start", read=read_clock)
        self._choice(form, "counting", "Clear days", _COUNTINGS)
        self._tick(form, "duplex", "Papers begin on an odd page, for printing on both sides")

    def _numbers(self, form: Form) -> None:
        self._choice(form, "item_number_width", "Agenda items", _WIDTHS)
        self._choice(form, "restart", "Minutes start again", _RESTARTS)
        self._text(form, "first_minute_number", "First minute here", read=_number)

    def _people(self, form: Form) -> None:
        self._text(form, "proper_officer", "Proper officer")
        self._text(form, "administrator", "Committee administrator")
        self._text(form, "contact_phone", "Telephone")
        self._text(form, "contact_email", "Email")

    def _text(self, form: Form, fact: str, words: str, *, read: Callable[[str], object] = str) -> None:
        field = InlineText(name=words)
        field.setProperty("look", "")
        field.committed.connect(partial(self._commit, fact, read))
        self.texts[fact] = field
        self.forms[fact] = form
        form.add(fact, words, field)

    def _choice(self, form: Form, fact: str, words: str, choices: tuple[tuple[object, str], ...]) -> None:
        box = QComboBox()
        for value, shown in choices:
            box.addItem(shown, value)
        box.activated.connect(lambda _at: self._change(fact, box.currentData()))
        self.choices[fact] = box
        self.forms[fact] = form
        form.add(fact, words, box)

    def _tick(self, form: Form, fact: str, words: str) -> None:
        box = QCheckBox(words)
        box.clicked.connect(lambda on: self._change(fact, on))
        self.ticks[fact] = box
        self.forms[fact] = form
        form.add(fact, "", box)
        box.setAccessibleName(words)

    # Showing

    def show_board(self, board: Board) -> None:
        """Show a board; a field that somebody is typing in stays as it is."""
        if self._board is not None and self._board.id != board.id:
            self.notices.document().setModified(False)
        self._board = board
        self._code.setText(board.code)
        self._quorum.setText(quorum_words(board))
        for fact, field in self.texts.items():
            field.set_kept(str(getattr(board, fact)))
        for fact, box in self.choices.items():
            box.setCurrentIndex(box.findData(getattr(board, fact)))
        for fact, tick in self.ticks.items():
            tick.setChecked(getattr(board, fact))
        self.notices.set_kept(board.notices)

    # Doing

    def change_quorum(self) -> None:
        if self._board is not None:
            QuorumDialog(self._context, self, self._board).open()

    def _commit(self, fact: str, read: Callable[[str], object], typed: str) -> None:
        try:
            value = read(typed)
        except CannotDoError as error:
            self.forms[fact].wrong(fact, str(error))
            return
        self._change(fact, value)

    def _change(self, fact: str, value: object) -> None:
        board, form = self._board, self.forms[fact]
        if board is None or getattr(board, fact) == value:
            return
        form.right()
        store, board_id = self._context.store, board.id
        self._context.steps.run(
            lambda: boards.change(store, board_id=board_id, **{fact: value}),
            refused=lambda sentence: form.wrong(fact, sentence),
        )

    def _send_notices(self, text: str) -> None:
        if self._board is None:
            return
        store, board_id = self._context.store, self._board.id
        self._context.steps.send(
            f"board {board_id} notices", lambda: boards.change(store, board_id=board_id, notices=text)
        )


def quorum_words(board: Board) -> str:
    """What makes a quorum, in words."""
    rule = board.quorum
    if rule.kind is QuorumKind.NUMBER:
        return f"{rule.number} voting members"
    if rule.kind is QuorumKind.FRACTION:
        return f"{rule.numerator}/{rule.denominator} of the voting members"
    return "Not set, so it is not checked"


def _number(typed: str) -> int:
    """A whole number.

    Raises:
        CannotDoError: it is none.
    """
    if not typed.strip().isdigit():
        raise CannotDoError("Write a number, such as 25.")
    return int(typed)
