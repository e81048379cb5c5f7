"""The line that is current, beside the grid: what is wrong with it, its comment, its history."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.bcf.cells import FIELDS, CellKind, shown
from boardtool.domain.bcf.checks import Mend, PlanFinding
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Line
from boardtool.domain.bcf.pool import figure
from boardtool.ui.bcf.finding_words import LOOK
from boardtool.ui.bcf.schemes.line_history import PastChange
from boardtool.ui.meetings.agenda.kept_text import KeptText
from boardtool.ui.performance.linked_metrics import LinkedMetrics
from boardtool.ui.places import Place
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Icon, Words
from boardtool.ui.widgets.layouts import clear

_LABELS = 96
_HEADED = {"scheme_id", "name", "description", "comment"}


class LinePanel(QWidget):
    """Shows one line; `commented(line_id, text)` is emitted when its comment was typed."""

    commented = Signal(int, str)

    def __init__(self, take: Callable[[Mend], None], go: Callable[[Place], None]) -> None:
        super().__init__()
        self._take = take
        self._line_id = 0
        self._held: tuple[object, ...] = ()
        self._title = Words(size=Size.READ, weight=BOLD, wrap=True)
        self._description = Words(tone=Tone.HELP, wrap=True)
        self._findings = _column()
        self._facts = _column()
        self._history = _column()
        self.serves = LinkedMetrics("Serves", go)
        self.comment = KeptText("Comment", lines=3)
        self.comment.setPlaceholderText("What is to be known of this line")
        self.comment.typed.connect(lambda text: self.commented.emit(self._line_id, text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S1)
        column.addWidget(self._title)
        column.addWidget(self._description)
        column.addLayout(self._findings)
        column.addSpacing(sizes.S2)
        column.addWidget(labels.heading("Comment"))
        column.addWidget(self.comment)
        column.addWidget(self.serves)
        column.addSpacing(sizes.S2)
        column.addWidget(labels.heading("All of it"))
        column.addLayout(self._facts)
        column.addSpacing(sizes.S2)
        column.addWidget(labels.heading("History"))
        column.addLayout(self._history)
        column.addStretch(1)

    def show_line(self, lists: YearLists, line: Line, found: Sequence[PlanFinding], *, sealed: bool) -> None:
        now = (line, tuple(found), lists.year)
        if now == self._held:
            return
        self._held = now
        if line.id != self._line_id:
            self.comment.hand_over()
        self._line_id = line.id
        self._title.setText(f"{line.scheme_id}  {line.name or 'No name'}".strip())
        self._description.setText(line.description)
        self._description.setVisible(bool(line.description))
        self.comment.set_kept(line.comment)
        self.comment.setReadOnly(sealed)
        clear(self._findings)
        for one in found:
            self._findings.addWidget(_Found(one, self._take))
        clear(self._facts)
        for name in _fields(lists):
            self._facts.addWidget(_Fact(FIELDS[name].heading, _said(name, line)))
        for heading, text in line.notes.items():
            self._facts.addWidget(_Fact(heading, text))

    def show_history(self, past: Sequence[PastChange]) -> None:
        clear(self._history)
        for change in past:
            self._history.addWidget(labels.caption(change.when + (", undone" if change.undone else "")))
            words = labels.body(change.says, wrap=True, tone=Tone.FAINT if change.undone else Tone.TEXT)
            self._history.addWidget(words)
        if not past:
            self._history.addWidget(labels.caption("Nothing was changed yet."))


class _Found(QWidget):
    def __init__(self, found: PlanFinding, take: Callable[[Mend], None]) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(found.message, wrap=True))
        for mend in found.mends:
            words.addWidget(link(mend.says, partial(take, mend)), 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, sizes.S1, 0, 0)
        row.setSpacing(sizes.S2)
        row.addWidget(Icon(*LOOK[found.severity]), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class _Fact(QWidget):
    def __init__(self, heading: str, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S3)
        label = Words(heading, size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        label.setFixedWidth(fonts.scaled(_LABELS))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(text or "\u2013", wrap=True), 1, Qt.AlignmentFlag.AlignTop)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(sizes.S1)
    return column


def _fields(lists: YearLists) -> list[str]:
    template = [column.field for column in lists.columns if column.field not in _HEADED]
    return [*template, "pooling", "lead_commissioner", "tags", "officer"]


def _said(name: str, line: Line) -> str:
    amount = getattr(line, name)
    if FIELDS[name].kind is CellKind.MONEY and isinstance(amount, int):
        return f"\u00a3{figure(amount)}"
    return shown(name, line)
