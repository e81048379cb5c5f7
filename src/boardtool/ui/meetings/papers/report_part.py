"""The report on the item chosen: who stands behind it, which desks it passed, and what comes back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.clearance import StageReached, goes_through_clearance
from boardtool.domain.dates import short_weekday_date
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.report_facts import ReportFacts
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Icon, Words, section
from boardtool.ui.widgets.layouts import clear


@dataclass(frozen=True, slots=True)
class ReportVerbs:
    """What the links of the part do, each with the item that is shown."""

    clear: Callable[[AgendaItem, StageReached], None]
    take_back: Callable[[AgendaItem, StageReached], None]
    change: Callable[[AgendaItem], None]
    set_desks: Callable[[AgendaItem], None]
    read_back: Callable[[AgendaItem], None]


class ReportPart(QWidget):
    """Shows nothing for an item that brings no report of somebody's."""

    def __init__(self, verbs: ReportVerbs) -> None:
        super().__init__()
        self._verbs = verbs
        self._item: AgendaItem | None = None
        self.title = section()
        self._people = QVBoxLayout()
        self._people.setSpacing(0)
        self._desks = QVBoxLayout()
        self._desks.setSpacing(sizes.S1)
        self.change = link("Author and contact…", partial(self._do, verbs.change), writes=True)
        self.read_back = link("Read a returned report…", partial(self._do, verbs.read_back), writes=True)
        self.set_desks = link("Clearance dates…", partial(self._do, verbs.set_desks), writes=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S1)
        column.addWidget(self.title)
        column.addLayout(self._people)
        column.addLayout(self._desks)
        for verb in (self.change, self.read_back, self.set_desks):
            column.addWidget(verb, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_item(self, item: AgendaItem | None, facts: MeetingFacts | None) -> None:
        self._item = item
        shown = item is not None and facts is not None and goes_through_clearance(item)
        self.setVisible(shown)
        if item is None or facts is None or not shown:
            return
        self.title.setText(f"Report on item {item.number}")
        self._show_people(facts.case.reports.get(item.id, ReportFacts(item.id)))
        self._show_desks(item, facts)
        for verb in (self.change, self.read_back):
            verb.setVisible(not facts.locked)

    def _show_people(self, known: ReportFacts) -> None:
        clear(self._people)
        for label, value in (
            ("Author", known.author),
            ("Contact", ", ".join(filter(None, (known.contact_officer, known.contact)))),
        ):
            if value:
                self._people.addWidget(Words(f"{label}: {value}", tone=Tone.HELP, wrap=True))

    def _show_desks(self, item: AgendaItem, facts: MeetingFacts) -> None:
        clear(self._desks)
        case = facts.case
        for each in case.reached(item):
            verb = self._verbs.take_back if each.clearance else self._verbs.clear
            does = None if facts.locked else partial(verb, item, each)
            self._desks.addWidget(_DeskLine(each, does, late=case.clearance_binds))

    def _do(self, verb: Callable[[AgendaItem], None]) -> None:
        if self._item is not None:
            verb(self._item)


class _DeskLine(QWidget):
    """A desk, its day, who cleared it, and the verb that says so."""

    def __init__(self, each: StageReached, does: Callable[[], None] | None, *, late: bool) -> None:
        super().__init__()
        is_late = late and bool(each.late)
        told = _told(each, late=is_late)
        self.setAccessibleName(f"{each.stage.name}: {told}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(each.stage.name, wrap=True))
        tone = Tone.LATE if is_late else Tone.HELP
        words.addWidget(Words(told, size=Size.CAPTION, tone=tone, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S2)
        row.addLayout(_beside_a_line(Icon(*_look(each, late=is_late), size=sizes.ICON_ROW)))
        row.addLayout(words, 1)
        if does is not None:
            verb = link("Take back" if each.clearance else "Cleared…", does, writes=True)
            verb.setAccessibleName(f"{verb.text()} {each.stage.name}")
            row.addWidget(verb, 0, Qt.AlignmentFlag.AlignTop)


def _beside_a_line(icon: Icon) -> QVBoxLayout:
    """The icon at the height of the first line of what stands beside it."""
    column = QVBoxLayout()
    column.addSpacing(max((fonts.line_height(Size.BODY) - sizes.ICON_ROW) // 2, 0))
    column.addWidget(icon)
    column.addStretch()
    return column


def _look(each: StageReached, *, late: bool) -> tuple[str, Tone]:
    if each.clearance is not None:
        return "circle-check", Tone.DONE
    return ("triangle-alert", Tone.LATE) if late else ("circle-dashed", Tone.FAINT)


def _told(each: StageReached, *, late: bool) -> str:
    if each.clearance is not None:
        cleared = short_weekday_date(each.clearance.cleared_on)
        return ", ".join(filter(None, (each.clearance.cleared_by, cleared)))
    due = ", ".join(filter(None, (f"by {short_weekday_date(each.due)}", each.stage.who)))
    return f"{due}: {each.late} day{'' if each.late == 1 else 's'} late" if late else due
