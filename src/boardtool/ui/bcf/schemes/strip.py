"""The line over the grid that says what fails, why, and what would mend it; it never goes away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boardtool.domain.bcf.checks import Mend, PlanFinding
from boardtool.domain.bcf.checks.case import RULES
from boardtool.domain.findings import Severity
from boardtool.ui.bcf.finding_words import LOOK, fact_and_cause, is_newest, mends_of
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD
from boardtool.ui.widgets.buttons import bare, link
from boardtool.ui.widgets.labels import Icon, OneLine, Pill, Words
from boardtool.ui.widgets.layouts import clear

_MOST_MENDS = 2
_NARROW = 1080
_SHORT = 8
"""Letters of a source's name that fit into a link."""


class CheckStrip(QWidget):
    """Shows one finding at a time, first the one about what was typed last; `step` walks them."""

    def __init__(
        self,
        plan: OpenPlan,
        *,
        take: Callable[[Mend], None],
        show_lines: Callable[[PlanFinding], None],
        all_checks: Callable[[], None],
    ) -> None:
        super().__init__()
        self._plan = plan
        self._take = take
        self._show_lines = show_lines
        self._place = 0
        self._plan_id = 0
        self._findings: tuple[PlanFinding, ...] = ()
        self._icon = Icon("circle-check", Tone.DONE)
        self._fact = Words(weight=BOLD)
        self._rule = Pill()
        self._cause = OneLine()
        self._links = QHBoxLayout()
        self._links.setSpacing(sizes.S4)
        self._count = Words(tone=Tone.HELP)
        self._before = bare("chevron-left", "Previous finding", lambda: self.step(-1), keys="Shift+F8")
        self._after = bare("chevron-right", "Next finding", lambda: self.step(1), keys="F8")
        self._holding = link("", all_checks)
        self.setMinimumHeight(fonts.scaled(sizes.TOTALS))
        self._lay_out()

    def _lay_out(self) -> None:
        self._fact.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.PAGE_EDGE, 0, sizes.PAGE_EDGE, 0)
        row.setSpacing(sizes.S2)
        row.addWidget(self._icon)
        row.addWidget(self._fact)
        row.addWidget(self._cause, 1)
        row.addLayout(self._links)
        row.addWidget(self._rule)
        for widget in (self._before, self._count, self._after):
            row.addWidget(widget)
        row.addWidget(_Divider())
        row.addWidget(self._holding)

    @property
    def found(self) -> PlanFinding | None:
        """The finding that is shown."""
        return self._findings[self._place] if self._findings else None

    def show_findings(self) -> None:
        """Show what the plan's checks found; the finding that was shown stays, unless a newer one came."""
        case = self._plan.case
        plan_id = 0 if case is None else case.whole.plan.id
        shown = self.found if plan_id == self._plan_id else None
        self._plan_id = plan_id
        self._findings = _in_order(self._plan)
        newest = self._plan.newest
        if newest is None or not any(is_newest(each, newest) for each in self._findings):
            same = [at for at, each in enumerate(self._findings) if _same(each, shown)]
            self._place = same[0] if same else 0
        else:
            self._place = 0
        self._show()

    def step(self, by: int) -> None:
        """Show the next finding, or the one before."""
        if self._findings:
            self._place = (self._place + by) % len(self._findings)
            self._show()

    def take_first(self) -> None:
        """Take the likeliest mend of the finding that is shown."""
        found = self.found
        mends = () if found is None else mends_of(found, self._plan.newest)
        if mends:
            self._take(mends[0])

    def _show(self) -> None:
        found = self.found
        clear(self._links)
        checked = self._plan.checked
        rules = {each.rule for each in self._plan.findings if each.severity is not Severity.INFORM}
        whole = checked.holding + len({each.rule for each in checked.findings})
        self._holding.setText(f"{whole - len(rules)} of {whole} checks hold")
        several = len(self._findings) > 1
        for widget in (self._before, self._count, self._after):
            widget.setVisible(several)
        self._count.setText(f"{self._place + 1:,} of {len(self._findings):,}")
        self._rule.setVisible(found is not None and not self._is_narrow())
        if found is None:
            self._say_all_holds()
            return
        icon, tone = LOOK[found.severity]
        fact, cause = fact_and_cause(found, self._plan.newest)
        self._icon.show_icon(icon, tone)
        self._fact.setText(fact)
        self._fact.set_tone(tone)
        self._cause.setText(cause)
        self._rule.show_status(_rule_name(found.rule))
        self._rule.setToolTip(RULES.get(found.rule, ""))
        self._offer(found)
        self.setAccessibleName(f"{fact} {cause} Rule {found.rule}")

    def _say_all_holds(self) -> None:
        self._icon.show_icon("circle-check", Tone.DONE)
        self._fact.setText("Everything holds.")
        self._fact.set_tone(Tone.DONE)
        self._cause.setText("")
        self.setAccessibleName("Everything holds.")

    def _offer(self, found: PlanFinding) -> None:
        wide = not self._is_narrow()
        if wide and len(found.items) > 1 and found.source:
            lines = f"{found.source} lines" if len(found.source) <= _SHORT else "lines"
            words = f"Show {len(found.items)} {lines}"
            self._links.addWidget(link(words, partial(self._show_lines, found)))
        elif wide and found.items:
            self._links.addWidget(link("Show line", partial(self._show_lines, found)))
        mends = mends_of(found, self._plan.newest)
        for mend in [each for each in mends if each.part == mends[0].part][:_MOST_MENDS]:
            self._links.addWidget(link(mend.says, partial(self._take, mend), writes=True))

    def _is_narrow(self) -> bool:
        """In little room the rule and the way to the lines give way to what is wrong, and why."""
        return self.width() < fonts.scaled(_NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_narrow = event.oldSize().width() < fonts.scaled(_NARROW)
        super().resizeEvent(event)
        if was_narrow is not self._is_narrow():
            self._show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.fillRect(0, self.height() - sizes.LINE, self.width(), sizes.LINE, QColor(colours.line))


class _Divider(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(sizes.S4 + sizes.LINE, fonts.scaled(sizes.S5))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = QColor(colours_of(self.palette()).line_strong)
        QPainter(self).fillRect(sizes.S2, 0, sizes.LINE, self.height(), colour)


def _in_order(plan: OpenPlan) -> tuple[PlanFinding, ...]:
    """What must be mended, what was typed last first; what only informs stays in the Checks tab."""
    grave = [found for found in plan.findings if found.severity is not Severity.INFORM]
    newest = plan.newest
    if newest is not None:
        grave.sort(key=lambda found: not is_newest(found, newest))
    return tuple(grave)


def _same(found: PlanFinding, other: PlanFinding | None) -> bool:
    if other is None:
        return False
    return (found.rule, found.where, found.field) == (other.rule, other.where, other.field)


def _rule_name(rule: str) -> str:
    return f"Rule {rule}" if rule[:1] == "V" and rule[1:].isdigit() else rule.capitalize()
