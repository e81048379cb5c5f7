"""The dialogs of a report: a desk passed, a board's desks, who stands behind it, and what came back."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from boardtool.domain.boards import Board
from boardtool.domain.clearance import ClearanceStage, StageReached, read_chain, written_chain
from boardtool.domain.dates import read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.report_facts import ReportFacts
from boardtool.domain.text import clean_line, shortened
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.widgets.fields import DateField, paragraph_field
from boardtool.ui.widgets.form_dialog import FormDialog
from boardtool.ui.widgets.names_field import NamesField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardtool.domain.report_read import ReportChange

_LINES = 6
_SHORT = 400


class ClearDialog(FormDialog):
    """Says who let a report pass a desk, and when."""

    def __init__(
        self, context: Context, parent: QWidget, facts: MeetingFacts, item: AgendaItem, each: StageReached
    ) -> None:
        super().__init__(
            parent, f"Item {item.number} cleared by {each.stage.name}", words="Cleared", take=self._take
        )
        self._context = context
        self._item = item
        self._stage = each.stage.name
        self.by = NamesField(facts.names)
        self.by.setText(each.stage.who)
        year = facts.meeting.date.year
        self.day = DateField(name="Cleared on", read=lambda typed: read_date(typed, year=year))
        self.day.set_value(facts.today)
        self.form.add("by", "&By whom", self.by)
        self.form.add("day", "&On", self.day)

    def _take(self) -> None:
        try:
            day = self.day.value()
        except CannotDoError as error:
            self.form.wrong("day", str(error))
            return
        if day is None:
            self.form.wrong("day", "Say on which day it was cleared.")
            return
        by, item_id, stage = self.by.text(), self._item.id, self._stage
        self._context.steps.run(
            partial(_clear, self._context, item_id, stage, by, day),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("by", sentence),
        )


class DesksDialog(FormDialog):
    """The desks that a board's reports cross, a line each."""

    def __init__(
        self, context: Context, parent: QWidget, board: Board, chain: "Sequence[ClearanceStage]"
    ) -> None:
        super().__init__(parent, f"Clearance dates of the {board.name}", words="Set", take=self._take)
        self._context = context
        self._board_id = board.id
        self.desks = paragraph_field("Desks", lines=_LINES)
        self.desks.setPlainText(written_chain(chain))
        self.form.add(
            "desks",
            "&Desks",
            self.desks,
            help_text="A line each: days before publication, counted as its notice is, then the desk, then "
            "who sits there. Nothing at all brings the usual desks back.",
        )

    def _take(self) -> None:
        from boardtool.services import clearance

        try:
            chain = read_chain(self.desks.toPlainText())
        except CannotDoError as error:
            self.form.wrong("desks", str(error))
            return
        self._context.steps.run(
            lambda: clearance.set_chain(self._context.store, board_id=self._board_id, chain=chain),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("desks", sentence),
        )


class ReportFactsDialog(FormDialog):
    """Who wrote the report on an item, who answers questions about it, and what it leans on."""

    def __init__(self, context: Context, parent: QWidget, facts: MeetingFacts, item: AgendaItem) -> None:
        super().__init__(parent, f"Report on item {item.number}", words="Keep", take=self._take)
        self._context = context
        self._item_id = item.id
        known = facts.case.reports.get(item.id, ReportFacts(item.id))
        self.author, self.officer = NamesField(facts.names), NamesField(facts.names)
        self.author.setText(known.author)
        self.officer.setText(known.contact_officer)
        self.contact = QLineEdit(known.contact)
        self.background = paragraph_field("Background papers", lines=3)
        self.background.setPlainText(known.background)
        self.form.add("author", "&Author", self.author)
        self.form.add("officer", "Contact &officer", self.officer)
        self.form.add("contact", "&Reached at", self.contact)
        self.form.add(
            "background", "&Background papers", self.background, help_text="A line each; no appendices"
        )

    def _take(self) -> None:
        from boardtool.services import report_facts

        facts = {
            "author": self.author.text(),
            "contact_officer": self.officer.text(),
            "contact": self.contact.text(),
            "background": self.background.toPlainText(),
        }
        self._context.steps.run(
            lambda: report_facts.change(self._context.store, item_id=self._item_id, **facts),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("author", sentence),
        )


class ReturnedReportDialog(FormDialog):
    """What a returned report says otherwise, each to be ticked or left."""

    def __init__(
        self, context: Context, parent: QWidget, item: AgendaItem, changes: "Sequence[ReportChange]"
    ) -> None:
        super().__init__(parent, f"Report on item {item.number}", words="Take in", take=self._take)
        self._context = context
        self._item_id = item.id
        self._ticks = {each: QCheckBox("Take what the report says") for each in changes}
        for each, tick in self._ticks.items():
            tick.setChecked(True)
            tick.setToolTip(each.theirs)
            tick.setAccessibleName(f"{each.name}: {each.theirs}")
            ours, theirs = (shortened(clean_line(said), _SHORT) for said in (each.ours, each.theirs))
            here = f"Here: {ours}" if ours else "Nothing is kept here yet."
            self.form.add(each.fact, each.name, tick, help_text=f"{theirs}\n{here}")

    def _take(self) -> None:
        from boardtool.services import returned_reports

        chosen = [each for each, tick in self._ticks.items() if tick.isChecked()]
        first = next(iter(self._ticks)).fact
        self._context.steps.run(
            lambda: returned_reports.take(self._context.store, item_id=self._item_id, changes=chosen),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong(first, sentence),
        )


def choose_returned(context: Context, parent: QWidget, item: AgendaItem) -> None:
    """Ask for the Word file that came back, and show what it says otherwise."""
    dialog = QFileDialog(parent, f"The returned report on item {item.number}")
    dialog.setNameFilters(["Word document (*.docx)"])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: show_returned(context, parent, item, Path(chosen)))
    dialog.open()


def show_returned(context: Context, parent: QWidget, item: AgendaItem, path: Path) -> None:
    """Read the file in the background; nothing is taken before the person has seen it."""

    def read() -> "tuple[ReportChange, ...]":
        from boardtool.services.returned_reports import preview

        with context.store.reading() as reading:
            return preview(reading, item_id=item.id, path=path)

    def show(changes: "tuple[ReportChange, ...]") -> None:
        if changes:
            ReturnedReportDialog(context, parent, item, changes).open()
        else:
            context.messages.say(f"{path.name} says nothing that is not known here.")

    context.jobs.run(
        f"Reading {path.name}", lambda _progress: read(), then=show, refused=context.messages.strip
    )


def _clear(context: Context, item_id: int, stage: str, by: str, on: date) -> None:
    from boardtool.services import clearance

    clearance.clear(context.store, item_id=item_id, stage=stage, by=by, on=on)
