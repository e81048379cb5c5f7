"""The Conditions tab: each planning requirement, whether it is met, what shows it, what is done if not."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from boardtool.domain.bcf.plans import Condition
from boardtool.services.bcf import plans
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.kept_text import KeptText
from boardtool.ui.meetings.either import Either
from boardtool.ui.page import KeyHint
from boardtool.ui.tables.column import Cell, ChoiceEdit, Column, Look, TextEdit
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.labels import Words
from boardtool.ui.widgets.notices import EmptyState
from boardtool.ui.widgets.panel import RightPanel

_ANSWERS = (("", "not answered"), ("Yes", "Met"), ("No", "Not met"))
_LOOK = {
    "Yes": ("Met", "circle-check", Tone.DONE),
    "No": ("Not met", "triangle-alert", Tone.LATE),
    "": ("Not answered", "circle-dashed", Tone.DUE),
}


class ConditionsTab(PlanTab):
    """A row for each condition; the whole of the current one stands beside them."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self._id: int | None = None
        model = RowModel(self._columns(), key=lambda one: one.id)
        self.table = TableView(
            model,
            name="bcf conditions",
            accessible="Conditions",
            row=sizes.ROW_ROOMY,
            preferences=context.preferences,
        )
        self.table.current_changed.connect(self._show_current)
        self.panel = RightPanel("Condition", width=sizes.PANEL)
        self._lay_out()

    def _lay_out(self) -> None:
        self._title = Words(size=Size.READ, weight=BOLD, wrap=True)
        self._theme = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self._enquiry = Words(tone=Tone.HELP, wrap=True)
        self.answer = QComboBox()
        self.answer.setAccessibleName("Is it met?")
        for value, words in _ANSWERS:
            self.answer.addItem(words.capitalize(), value)
        self.answer.activated.connect(self._answered)
        self.texts = {
            name: KeptText(words, lines=3)
            for name, words in (
                ("supporting", "What shows it"),
                ("actions", "What is done where it is not met"),
                ("timeframe", "Until when"),
            )
        }
        column = self.panel.column
        column.addWidget(self._theme)
        column.addWidget(self._title)
        column.addSpacing(sizes.S2)
        column.addWidget(labels.heading("Is it met?"))
        column.addWidget(self.answer)
        for name, box in self.texts.items():
            column.addSpacing(sizes.S2)
            column.addWidget(labels.heading(box.accessibleName()))
            column.addWidget(box)
            box.typed.connect(lambda text, name=name: self._write(name, text))
        column.addSpacing(sizes.S3)
        column.addWidget(labels.heading("Key lines of enquiry"))
        column.addWidget(self._enquiry)
        column.addStretch(1)
        self.empty = EmptyState("This plan has no conditions.")
        self._body = Either(self.table, self.empty)
        self._beside = self.set_body(self._body, self.panel)

    def _columns(self) -> tuple[Column[Condition], ...]:
        return (
            Column("code", "No.", lambda one: one.code, width=72, look=Look.HELP),
            Column(
                "requirement",
                "Requirement",
                lambda one: Cell(one.requirement.partition("\n")[0], spoken=one.requirement),
                stretch=True,
                look=Look.SUBJECT,
                tooltip=lambda one: one.requirement,
            ),
            Column(
                "answer",
                "Met?",
                _met,
                width=116,
                edit=ChoiceEdit(
                    lambda one: one.answer,
                    lambda _one: _ANSWERS,
                    lambda one, value: self._change(one.id, "answer", value),
                ),
            ),
            self._text("supporting", "What shows it", 168),
            self._text("actions", "Action if not met", 120),
            self._text("timeframe", "Until", 88),
        )

    def _text(self, name: str, heading: str, width: int) -> Column[Condition]:
        return Column(
            name,
            heading,
            lambda one: str(getattr(one, name)).partition("\n")[0],
            width=width,
            look=Look.HELP,
            edit=TextEdit(lambda one: getattr(one, name), lambda one, text: self._change(one.id, name, text)),
            tooltip=lambda one: getattr(one, name),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self._body.shown, self.panel)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("F2",), "edit cell"), KeyHint(("F6",), "the whole of it"))

    def fill(self) -> None:
        case = self.plan.case
        if case is None:
            return
        conditions = case.whole.conditions
        self._body.setCurrentWidget(self.table if conditions else self.empty)
        if self._beside is not None:
            self._beside.show_panel(wanted=bool(conditions))
        self.table.rows.set_rows(conditions)
        if conditions and self.table.current_row() is None:
            self.table.choose(conditions[0].id)
        self._show_current(self.table.current_row())

    def _show_current(self, one: object) -> None:
        if not isinstance(one, Condition):
            return
        if one.id != self._id:
            for box in self.texts.values():
                box.hand_over()
        self._id = one.id
        self._theme.setText(f"{one.code} \u00b7 {one.theme}" if one.theme else one.code)
        self._title.setText(one.requirement)
        self._enquiry.setText(one.enquiry or "None are stated.")
        self.answer.setCurrentIndex(self.answer.findData(one.answer))
        sealed = self.plan.is_sealed
        self.answer.setEnabled(not sealed)
        for name, box in self.texts.items():
            box.set_kept(getattr(one, name))
            box.setReadOnly(sealed)

    def _answered(self, place: int) -> None:
        if self._id is not None:
            self._change(self._id, "answer", str(self.answer.itemData(place)))

    def _write(self, name: str, text: str) -> None:
        condition_id, store = self._id, self.context.store
        if condition_id is not None:
            self.context.steps.send(
                f"condition {condition_id} {name}",
                lambda: plans.answer_condition(store, condition_id=condition_id, **{name: text}),
            )

    def _change(self, condition_id: int, name: str, text: str) -> None:
        store = self.context.store
        self.context.steps.run(
            lambda: plans.answer_condition(store, condition_id=condition_id, **{name: text}),
            refused=self.going.say,
        )


def _met(one: Condition) -> Cell:
    words, icon, tone = _LOOK.get(one.answer, (one.answer, "circle-help", Tone.DUE))
    return Cell(words, icon=icon, icon_tone=tone, tone=tone if one.answer != "Yes" else None)
