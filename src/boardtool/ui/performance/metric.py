"""The page of one metric: what its chart says, the chart and its table, and beside them what hangs on it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from boardtool.domain.errors import NotFoundError
from boardtool.domain.performance.metrics import Link as MetricLink
from boardtool.domain.performance.metrics import Metric
from boardtool.domain.performance.sentences import meaning
from boardtool.ui.context import Context
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint, Page
from boardtool.ui.panes import holds_focus
from boardtool.ui.performance.figure_row import FigureRow
from boardtool.ui.performance.linking import place_of
from boardtool.ui.performance.metric_doing import MetricDoing, Offered
from boardtool.ui.performance.metric_head import MetricHead
from boardtool.ui.performance.metric_panel import MetricPanel, Wanted
from boardtool.ui.performance.metric_tabs import MetricTabs
from boardtool.ui.performance.question import MetricFacts, metric_facts
from boardtool.ui.performance.scrolling_room import ScrollingRoom
from boardtool.ui.places import Place
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.widgets.beside import BesidePanel
from boardtool.ui.widgets.buttons import bare, quiet
from boardtool.ui.widgets.chips import MenuChip

if TYPE_CHECKING:
    from boardtool.data.store import Reading


class MetricPage(Page):
    """Shows one metric in one area.

    `lost` says that it is not there any more; `framework(name)` that the metrics of a list are wanted.
    """

    lost = Signal(str)
    framework = Signal(str)
    watches: ClassVar[frozenset[str]] = frozenset(
        {
            *("metric", "metric_definition", "observation", "metric_target", "metric_break", "recalculation"),
            *("metric_commentary", "metric_link", "framework", "framework_metric", "thread_node", "area"),
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.facts: MetricFacts | None = None
        self._ref = ""
        self.head = MetricHead()
        self.tabs = MetricTabs(context)
        self.doing = MetricDoing(context, self, self.tabs, lambda: self.facts)
        self.panel = MetricPanel(
            context,
            Wanted(
                recalculate=self.doing.recalculate,
                target=self.doing.set_target,
                change=self.doing.change,
                definition=self.doing.define,
                break_=self.doing.mark_break,
                link=self.doing.link_to,
                thread=self.doing.put_into_thread,
                go=self._go,
                go_metric=self._go_metric,
            ),
        )
        self.area = MenuChip("", [("", "")])
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.menu = QMenu(self)
        self._more = bare("ellipsis", "More about this metric", self._open_menu)
        self._worded = {
            "Add figures": quiet("Add figures", self.doing.add_figure, icon="plus"),
            "Copy chart": quiet("Copy chart", self.doing.copy_chart, icon="image"),
        }
        self.header.add(self.area, *self._worded.values(), self._more)
        beside = BesidePanel(self.tabs, self.panel)
        self.header.let_words_wrap()
        self.room = ScrollingRoom(self.header, self.head, body=beside, least=self.tabs.least_height)
        self.set_body(self.room)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_tab)
        self.tabs.row_chosen.connect(self._row_chosen)
        self.tabs.new_wanted.connect(self.doing.add_figure)
        self.area.chosen.connect(self._choose_area)
        for each in (*self.doing.offered(), Offered("Go to the table", self._to_table, "T")):
            added = self.context.commands.add(self, each.words, each.do, keys=each.keys, writes=each.writes)
            self.menu.addAction(added)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page keeps its room for the name: its buttons show their icons alone."""
        super().resizeEvent(event)
        narrow = self._is_narrow
        for words, button in self._worded.items():
            button.setText("" if narrow else words)
            button.setToolTip(words if narrow else "")
            button.setAccessibleName(words)
        self.head.fit(self.width())
        self._entitle()

    @property
    def _is_narrow(self) -> bool:
        return self.width() <= fonts.scaled(sizes.NARROW)

    # Page

    def open(self, place: Place) -> None:
        if place.ref != self._ref:
            self._ref = place.ref
            self.facts = None
            self.reload()
        self.tabs.choose(place.tab)

    def reload(self) -> None:
        if self._ref:
            ref = self._ref
            self.context.asking.ask((self, "metric"), lambda reading: _asked(reading, ref), self._show)

    def key_hints(self) -> Sequence[KeyHint]:
        return (
            KeyHint(("\u2190", "\u2192"), "walk the points"),
            KeyHint(("T",), "table"),
            KeyHint(("Esc",), "back to the scorecard"),
        )

    def panes(self) -> Sequence[QWidget]:
        return (*self.tabs.panes(), self.panel, self.tabs.tabs)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from anywhere to the chart, and from the chart back to the scorecard."""
        if event.key() == Qt.Key.Key_Escape and holds_focus(self.panes()[0]):
            self._back()
            return
        super().keyPressEvent(event)

    # Showing

    def _show(self, found: MetricFacts | str) -> None:
        if isinstance(found, str):
            self._ref = ""
            self.lost.emit(found)
            return
        arriving = self.facts is None
        self.facts = found
        record = found.chart.record
        self._entitle()
        self.header.set_crumbs(self._crumbs(found))
        blocked = self.area.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.area.set_choices([(area.code or area.name, area.name) for area in found.areas])
        self.area.choose(record.area.code or record.area.name)
        self.area.blockSignals(blocked)
        self.panel.show_facts(found)
        self._show_tab()
        if arriving:
            self.room.to_top()
        self.content_shown.emit()

    def _entitle(self) -> None:
        """Name the page; in a narrow one the owner is named in the panel alone."""
        if self.facts is not None:
            metric = self.facts.chart.record.metric
            said = metric_line(metric) if self._is_narrow else metric_and_owner(metric)
            self.set_title(metric.title, said, window=metric.title)

    def _crumbs(self, found: MetricFacts) -> list[Link]:
        back = Link("Performance", self._back)
        return [back, *(Link(name, partial(self.framework.emit, name)) for name in found.frameworks[:1])]

    def _show_tab(self) -> None:
        view = self.tabs.view
        if self.facts is None:
            return
        view.show_facts(self.facts)
        self.panel.show_reading(view.reading)
        self.head.show_row(self.facts.row, view.sentence(self.facts), view.asks(self.facts))
        self.hints_changed.emit()

    def _row_chosen(self, row: FigureRow | None) -> None:
        self.panel.show_row(row)

    # Going

    def _back(self) -> None:
        self.context.navigate(Place("performance"))

    def _choose_area(self, area: str) -> None:
        if self.facts is not None:
            key = self.facts.chart.record.metric.key
            self.context.navigate(Place("performance", ref=f"{key}/{area}", tab=self.tabs.current))

    def _go(self, each: MetricLink) -> None:
        self.context.asking.ask(
            (self, "link"), lambda reading: place_of(reading, each), self.context.navigate
        )

    def _go_metric(self, metric_id: int) -> None:
        if self.facts is not None:
            area = self.facts.chart.record.area
            key = self.facts.keys.get(metric_id, "")
            self.context.navigate(Place("performance", ref=f"{key}/{area.code or area.name}"))

    def _to_table(self) -> None:
        self.tabs.panes()[-1].setFocus()

    def _open_menu(self) -> None:
        self.menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


def _asked(reading: "Reading", ref: str) -> MetricFacts | str:
    """The facts, or the sentence that says why there are none."""
    try:
        return metric_facts(reading, ref)
    except NotFoundError as gone:
        return str(gone)


def metric_line(metric: Metric) -> str:
    """What is counted, how often, and which way is good."""
    said = (metric.unit, metric.frequency.value, meaning(metric.direction).lower())
    return " \u00b7 ".join(part for part in said if part)


def metric_and_owner(metric: Metric) -> str:
    """That, and who answers for it."""
    said = (metric_line(metric), f"owner: {metric.owner}" if metric.owner else "")
    return " \u00b7 ".join(part for part in said if part)
