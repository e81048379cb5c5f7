"""The return beside its tables: its deadline, whether it was sent, its comments, who signed it (R34)."""

from collections.abc import Callable, Sequence
from datetime import date

from boardtool.domain.bcf.plans import SignOff
from boardtool.domain.bcf.returns import Part, Return
from boardtool.domain.bcf.returns_checks import ReturnFinding
from boardtool.domain.dates import long_date, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Meeting
from boardtool.services.bcf import plans, returns
from boardtool.ui.bcf.returns.lacking import Lacking
from boardtool.ui.bcf.returns.whole_spend import WholeSpend
from boardtool.ui.bcf.sign_offs import SignOffs
from boardtool.ui.bcf.signing import SignDialog
from boardtool.ui.bcf.tab import Going
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.kept_text import KeptText
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.buttons import small
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.labels import Words
from boardtool.ui.widgets.layouts import in_tab_order
from boardtool.ui.widgets.notices import FieldError
from boardtool.ui.widgets.panel import RightPanel

_COMMENTS = {
    "income_comment": "Comment on income",
    "spend_comment": "Comment on spend",
    "fees_comment": "Comment on fees",
}


class ReturnPanel(RightPanel):
    """Shows one return; what is typed here is on it at once."""

    def __init__(self, context: Context, going: Going, show: Callable[[ReturnFinding], None]) -> None:
        super().__init__("Return")
        self._context = context
        self._going = going
        self._made: Return | None = None
        self._meetings: Sequence[Meeting] = ()
        self._title = Words(size=Size.READ, weight=BOLD, wrap=True)
        self._state = Words(tone=Tone.HELP, wrap=True)
        self.lacking = Lacking(show)
        self.due = DateField(name="Due", read=self._read_day)
        self.due.box.editingFinished.connect(self._set_due)
        self._due_error = FieldError()
        self.whole_spend = WholeSpend()
        self.whole_spend.typed.connect(self._amount)
        self._spend_error = FieldError()
        self.comments = {name: KeptText(words, lines=4) for name, words in _COMMENTS.items()}
        self._headings = {name: labels.heading(words) for name, words in _COMMENTS.items()}
        self.sign_offs = SignOffs(self._change, self._remove)
        self.send = small("Note that it was sent", self._send, icon="send")
        self.open_again = small("Open again", self._open_again, icon="pencil")
        self.fill = small("Fill national template", self._export, icon="download")
        self.paper = small("Board paper", self._make_paper, icon="file-text")
        self.remove = small("Remove return", self._remove_return, icon="trash-2")
        self.note = small("Note a sign-off\u2026", self._sign, icon="plus")
        self._steps = (self.send, self.open_again, self.fill, self.paper, self.remove)
        self._lay_out()

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(self._title)
        column.addWidget(self._state)
        column.addWidget(self.lacking)
        column.addSpacing(sizes.S2)
        column.addWidget(labels.heading("National deadline"))
        column.addWidget(self.due)
        column.addWidget(self._due_error)
        column.addSpacing(sizes.S2)
        column.addWidget(labels.heading("Whole spend"))
        column.addWidget(self.whole_spend)
        column.addWidget(self._spend_error)
        for name, box in self.comments.items():
            column.addSpacing(sizes.S2)
            column.addWidget(self._headings[name])
            column.addWidget(box)
            box.typed.connect(_writer(self._comment, name))
        column.addSpacing(sizes.S4)
        column.addWidget(labels.section("Sign-offs"))
        column.addWidget(self.sign_offs)
        column.addWidget(self.note)
        column.addSpacing(sizes.S4)
        for button in self._steps:
            column.addWidget(button)
        column.addStretch(1)

    def show_return(
        self,
        made: Return,
        found: Sequence[ReturnFinding],
        sign_offs: Sequence[SignOff],
        meetings: Sequence[Meeting],
    ) -> None:
        if self._made is not None and self._made.id != made.id:
            for box in self.comments.values():
                box.hand_over()
            self._due_error.say("")
            self._spend_error.say("")
        self._made = made
        self._meetings = meetings
        self._title.setText(made.period)
        sent = f"Sent on {long_date(made.sent_on)}." if made.sent_on is not None else "Not sent yet."
        self._state.setText(f"{str(made.state).capitalize()}. {sent}")
        self.lacking.show_findings(found, period=made.period)
        if not self.due.box.hasFocus():
            self.due.set_value(made.due)
        self.whole_spend.show_return(made)
        for part in (self.comments["fees_comment"], self._headings["fees_comment"]):
            part.setVisible(bool(made.part(Part.FEE)))
        for name, box in self.comments.items():
            box.set_kept(getattr(made, name))
            box.setReadOnly(made.state.is_sealed)
        self.sign_offs.show_sign_offs([one for one in sign_offs if one.return_id == made.id])
        in_tab_order([*self.lacking.links, self.due.box])
        in_tab_order([*self.sign_offs.links, self.note, *self._steps])
        self.send.setEnabled(not made.state.is_sealed)
        self.remove.setEnabled(not made.state.is_sealed)
        self.open_again.setEnabled(made.state.is_sealed)

    def _read_day(self, words: str) -> date:
        return read_date(words, year=self._context.clock.today().year)

    def _set_due(self) -> None:
        made, store = self._made, self._context.store
        if made is None:
            return
        try:
            due = self.due.value()
        except CannotDoError as error:
            self._due_error.say(str(error))
            return
        self._due_error.say("")
        if due != made.due:
            self._run(lambda: returns.set_due(store, return_id=made.id, due=due))

    def _comment(self, name: str, text: str) -> None:
        made, store = self._made, self._context.store
        if made is not None:
            self._context.steps.send(
                f"return {made.id} {name}",
                lambda: returns.change_fact(store, return_id=made.id, name=name, text=text),
            )

    def _amount(self, name: str, text: str) -> None:
        made, store = self._made, self._context.store
        if made is not None:
            self._spend_error.say("")
            self._context.steps.run(
                lambda: returns.change_fact(store, return_id=made.id, name=name, text=text),
                refused=self._spend_error.say,
            )

    def _send(self) -> None:
        made, store, today = self._made, self._context.store, self._context.clock.today()
        if made is not None:
            self._run(lambda: returns.send(store, return_id=made.id, on=today))

    def _open_again(self) -> None:
        made, store = self._made, self._context.store
        if made is not None:
            self._run(lambda: returns.open_again(store, return_id=made.id))

    def _remove_return(self) -> None:
        made, store = self._made, self._context.store
        if made is not None:
            self._run(lambda: returns.remove(store, return_id=made.id))

    def _export(self) -> None:
        if self._made is not None:
            self._going.export_return(self._made.period)

    def _make_paper(self) -> None:
        if self._made is not None:
            self._going.paper_of_return(self._made.period)

    def _sign(self) -> None:
        self._dialog(None)

    def _change(self, one: SignOff) -> None:
        self._dialog(one)

    def _dialog(self, known: SignOff | None) -> None:
        made = self._made
        if made is not None:
            SignDialog(
                self._context,
                self,
                plan_id=made.plan_id,
                return_id=made.id,
                meetings=self._meetings,
                known=known,
            ).open()

    def _remove(self, one: SignOff) -> None:
        store = self._context.store
        self._run(lambda: plans.remove_sign_off(store, sign_off_id=one.id))

    def _run(self, use_case: Callable[[], None]) -> None:
        self._context.steps.run(use_case, refused=self._going.say)


def _writer(write: Callable[[str, str], None], name: str) -> Callable[[str], None]:
    return lambda text: write(name, text)
