"""Minutes set to be read on the screen: numbered headings, narrative, what was resolved, the actions."""

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser

from boardtool.domain.dates import short_date
from boardtool.domain.documents.minuting import PrintedMinute
from boardtool.domain.markdown import Block, Heading, List, Paragraph, Run, parse
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, colours_of
from boardtool.ui.theme.fonts import Size

_WIDEST = 780
_INDENT, _HANGING = 24, 14


class MinutesReading(QTextBrowser):
    """Shows minutes; arrows and Page Down scroll, the words can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Minutes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setProperty("look", "page")
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self._minutes: tuple[PrintedMinute, ...] = ()
        self._exempt: frozenset[int | None] = frozenset()

    def show_minutes(self, minutes: tuple[PrintedMinute, ...], exempt: Iterable[int | None]) -> None:
        """Show minutes; those of the numbers in `exempt` are marked as not for the public."""
        marked = frozenset(exempt)
        if (minutes, marked) != (self._minutes, self._exempt):
            self._minutes, self._exempt = minutes, marked
            self._set()

    def find_minute(self, number: int | None) -> None:
        self.scrollToAnchor(f"minute-{number}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_minutes"):
            self._set()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay as short as can be read, and no longer than the window allows."""
        super().resizeEvent(event)
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), fonts.scaled(_WIDEST)))

    def _set(self) -> None:
        colours = colours_of(self.palette())
        at = self.verticalScrollBar().value()
        document = self.document()
        document.setDefaultFont(fonts.font(Size.READ))
        document.setDefaultStyleSheet(f"p {{ line-height: {fonts.line_height(Size.READ)}px; }}")
        document.setDocumentMargin(sizes.PAGE_EDGE)
        self.setHtml("".join(_minute_html(each, colours, self._exempt) for each in self._minutes))
        self.verticalScrollBar().setValue(at)


def _minute_html(minute: PrintedMinute, colours: Colours, exempt: frozenset[int | None]) -> str:
    mark = ""
    if minute.number in exempt:
        mark = f' <span style="font-weight:400; color:{colours.late}">not for the public</span>'
    parts = [
        f'<a name="minute-{minute.number}"></a>',
        f'<p style="font-weight:600; margin-top:20px; margin-bottom:4px">{escape(minute.title)}{mark}</p>',
        *map(_block_html, parse(minute.narrative)),
        *(f'<p style="color:{colours.text_2}; margin:4px 0">{escape(each)}</p>' for each in minute.stamps),
        *_resolved_html(minute),
        *_actions_html(minute, colours),
    ]
    return "".join(parts)


def _resolved_html(minute: PrintedMinute) -> Iterator[str]:
    if not minute.resolutions:
        return
    alone = len(minute.resolutions) == 1 and not minute.resolutions[0].label
    if alone:
        words = f"{minute.resolved.rstrip(':')} {minute.resolutions[0].text}"
        yield f'<p style="margin:8px 0 4px 0">{_resolved(words)}</p>'
        return
    yield f'<p style="margin:8px 0 4px 0">{_resolved(minute.resolved)}</p>'
    for resolution in minute.resolutions:
        words = f"{resolution.label} {resolution.text}".strip()
        yield f'<p style="margin:2px 0 2px {_INDENT}px">{escape(words)}</p>'


def _resolved(words: str) -> str:
    first, rest = words[: len("RESOLVED")], words[len("RESOLVED") :]
    return f"<b>{escape(first)}</b>{escape(rest)}"


def _actions_html(minute: PrintedMinute, colours: Colours) -> Iterator[str]:
    if not minute.actions:
        return
    yield '<p style="margin:8px 0 4px 0"><b>ACTIONS</b></p>'
    for action in minute.actions:
        told = "; ".join(action.owners)
        if action.due is not None:
            told = f"{told}, by {short_date(action.due)}" if told else f"by {short_date(action.due)}"
        grey = f'<span style="color:{colours.text_2}">'
        yield (
            f'<p style="margin:2px 0 2px {_INDENT}px">{grey}{escape(action.number)}</span>&nbsp; '
            f"{escape(action.text)} {grey}{escape(told)}</span></p>"
        )


def _block_html(block: Block) -> str:
    if isinstance(block, Heading):
        return f'<p style="font-weight:600; margin:8px 0 2px 0">{_runs(block.runs)}</p>'
    if isinstance(block, Paragraph):
        return f'<p style="margin:4px 0">{_runs(block.runs)}</p>'
    return "".join(_list_html(block, depth=1))


def _list_html(block: List, *, depth: int) -> Iterator[str]:
    for place, item in enumerate(block.items):
        mark = block.mark(place)
        shown = "•" if mark == "-" else mark
        left = _INDENT * depth + _HANGING
        yield (
            f'<p style="margin:2px 0 2px {left}px; text-indent:-{_HANGING}px">'
            f"{escape(shown)}&nbsp;&nbsp;{_runs(item.runs)}</p>"
        )
        for inner in item.inner:
            yield from _list_html(inner, depth=depth + 1)


def _runs(runs: Iterable[Run]) -> str:
    return "".join(f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text) for run in runs)
