"""A row that is a sentence: its place before it, who must act after it, what can be done at its right end."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from boardtool.ui.messages import Link
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.widgets.buttons import IconButton, link
from boardtool.ui.widgets.labels import Icon, Words

_LEAD = 136
_AFTER_ICON = 32
_SENTENCE, _END = 0.53, 0.14
"""Which parts of the room the sentence and the right end take; who must act has what is left."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one row says.

    `lead` is its place or its day, `subject` the part of `text` it begins with that is set in bold, `end`
    words at the right end where there is no verb, `verb` what can be done about it.
    """

    text: str
    lead: str = ""
    subject: str = ""
    who: str = ""
    end: str = ""
    verb: str = ""
    icon: str = ""
    icon_tone: Tone = Tone.FAINT
    tone: Tone = Tone.HELP
    """The colour of `lead` and `end`; what is not HELP is also set in bold."""


class SentenceRow(QWidget):
    """Shows a `Sentence`; its words wrap, so nothing is cut off however large the text is."""

    def __init__(self, said: Sentence, *links: Link | None) -> None:
        super().__init__()
        urgent = said.tone is not Tone.HELP
        weight = fonts.BOLD if urgent else fonts.REGULAR
        self._icon = Icon(said.icon, said.icon_tone) if said.icon else None
        self._lead = Words(said.lead, tone=said.tone, weight=weight, wrap=True)
        self._text = Words(said.text, wrap=True)
        if said.subject and said.text.startswith(said.subject):
            self._text.setTextFormat(Qt.TextFormat.RichText)
            rest = said.text.removeprefix(said.subject)
            self._text.setText(f'<span style="font-weight:600">{escape(said.subject)}</span>{escape(rest)}')
        self._who = Words(said.who, tone=Tone.HELP, wrap=True)
        self._end = Words(said.end, tone=said.tone, wrap=True)
        for label in (self._lead, self._text, self._who):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._end.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        others = [each.words for each in links[1:] if each is not None]
        self._links = links
        self.verbs = [self._button(said, at, words) for at, words in enumerate((said.verb, *others)) if words]
        for part in (self._icon, self._lead, self._text, self._who, self._end, *reversed(self.verbs)):
            if part is not None:
                part.setParent(self)
        self.setAccessibleName(" ".join(part for part in (said.lead, said.text, said.who, said.end) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _button(self, said: Sentence, at: int, words: str) -> IconButton:
        wanted = self._links[at] if at < len(self._links) else None
        button = link(words, lambda: self._do(at), writes=wanted is not None and wanted.writes)
        button.setAccessibleName(f"{words}: {said.lead} {said.text}".strip())
        return button

    def _do(self, at: int) -> None:
        wanted = self._links[at] if at < len(self._links) else None
        if wanted is not None:
            wanted.do()

    def lead_to(self, links: Sequence[Link | None]) -> None:
        """The same words, with what they lead to now."""
        self._links = tuple(links)

    @property
    def verb(self) -> IconButton | None:
        """What can be done first, at the right end."""
        return self.verbs[0] if self.verbs else None

    def _height_at(self, width: int) -> int:
        """How high the row is when its words wrap in a width."""
        lead, text, who, end = self._columns(width)
        needed = max(
            _height(self._lead, lead.width()),
            _height(self._text, text.width()),
            _height(self._who, who.width()),
            _height(self._end, end.width()),
        )
        return max(needed + 2 * self._pad(), fonts.scaled(sizes.ROW_SENTENCE)) + sizes.LINE

    def sizeHint(self) -> QSize:
        return QSize(sizes.NARROW // 2, self._height_at(sizes.NARROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, fonts.scaled(sizes.ROW_SENTENCE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Said outright: layouts within a scroll area hold on to a height that was right for another width.
        self.setFixedHeight(self._height_at(self.width()))
        pad = self._pad()
        lead, text, who, end = self._columns(self.width())
        metrics = self._lead.fontMetrics()
        baseline = pad + metrics.ascent()
        if self._icon is not None:
            self._icon.move(sizes.PAGE_EDGE, round(baseline - (metrics.capHeight() + sizes.ICON) / 2))
        for label, column in ((self._lead, lead), (self._text, text), (self._who, who), (self._end, end)):
            label.setGeometry(column.left(), pad, column.width(), _height(label, column.width()))
        right = end.right() + 1
        for verb in self.verbs:
            size = verb.sizeHint()
            top = round(baseline - (size.height() + metrics.capHeight()) / 2)
            verb.setGeometry(right - size.width(), top, size.width(), size.height())
            right -= size.width() + sizes.S4

    def _columns(self, width: int) -> tuple[QRect, QRect, QRect, QRect]:
        """Where lead, sentence, who and end stand in a row of this width."""
        left = sizes.PAGE_EDGE
        lead_width = fonts.scaled(_LEAD)
        room = max(width - 2 * sizes.PAGE_EDGE - lead_width, 0)
        text_width = round(room * _SENTENCE)
        end_width = round(room * _END)
        if self.verbs:
            widths = [verb.sizeHint().width() for verb in self.verbs]
            end_width = max(end_width, sum(widths) + sizes.S4 * (len(widths) - 1))
        who_width = max(room - text_width - end_width, 0)
        indent = fonts.scaled(_AFTER_ICON) if self._icon is not None else 0
        text_left = left + lead_width
        who_left = text_left + text_width
        end_left = who_left + who_width
        return (
            QRect(left + indent, 0, lead_width - indent - sizes.S1, 0),
            QRect(text_left, 0, text_width - sizes.S4, 0),
            QRect(who_left, 0, who_width - sizes.S2, 0),
            QRect(end_left, 0, width - sizes.PAGE_EDGE - end_left, 0),
        )

    def _pad(self) -> int:
        return (fonts.scaled(sizes.ROW_SENTENCE) - fonts.line_height(fonts.Size.BODY)) // 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        QPainter(self).fillRect(0, self.height() - 1, self.width(), sizes.LINE, QColor(colours.line))


class SentenceRows(QWidget):
    """Rows of sentences; filling it again keeps rows that did not change, and the focus."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._shown: list[tuple[Sentence, SentenceRow]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_sentences(self, said: Sequence[tuple[Sentence, *tuple[Link | None, ...]]]) -> None:
        """Show these; each comes with what its verb does, and further links before it."""
        kept = dict(self._shown)
        place_of_focus = next((at for at, (_, row) in enumerate(self._shown) if _focused(row)), None)
        rows: list[tuple[Sentence, SentenceRow]] = []
        for at, (sentence, *links) in enumerate(said):
            row = kept.pop(sentence, None) or SentenceRow(sentence, *links)
            row.lead_to(links)
            self._column.insertWidget(at, row)
            row.show()
            rows.append((sentence, row))
        for row in kept.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown = rows
        if place_of_focus is not None and rows:
            verb = rows[min(place_of_focus, len(rows) - 1)][1].verb
            if verb is not None:
                verb.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def rows(self) -> list[SentenceRow]:
        return [row for _, row in self._shown]


def _height(label: QLabel, width: int) -> int:
    return max(label.heightForWidth(max(width, 1)), fonts.line_height(fonts.Size.BODY))


def _focused(row: SentenceRow) -> bool:
    return any(verb.hasFocus() for verb in row.verbs)
