"""Phrases to insert while minuting: words that come again and again, under a short title."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.services import boards
from boardtool.ui.context import Context
from boardtool.ui.settings.section import Section
from boardtool.ui.settings.short_table import ShortTable
from boardtool.ui.tables.column import Cell, Column, Heading, Look, Tail, TextEdit
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.fields import paragraph_field
from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardtool.data.boards import Phrase
    from boardtool.data.store import Reading


def phrases(reading: "Reading") -> "tuple[Phrase, ...]":
    """Those of the library, then those that boardtool brings."""
    from boardtool.data import boards as question
    from boardtool.data.default_phrases import default_phrases

    return (*question.phrases(reading), *default_phrases())


class PhrasesSection(Section):
    """Lists the phrases; those of the library are edited in place."""

    watches: ClassVar[frozenset[str]] = frozenset({"phrase"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Phrases")
        self.add_heading(
            "Phrases to insert while minuting",
            "In the live minutes they are offered as you type their title.",
        )
        self._model: RowModel[Phrase] = RowModel(
            (
                Column(
                    "title", "Title", lambda row: row.title, width=200, edit=TextEdit(_title, self._set_title)
                ),
                Column(
                    "text",
                    "Words",
                    lambda row: Cell(row.text.replace("\n", " ")),
                    stretch=True,
                    look=Look.HELP,
                    tooltip=lambda row: row.text,
                    edit=TextEdit(lambda row: row.text, self._set_text),
                ),
            ),
            key=lambda row: row.id,
            group=lambda row: Heading("In this library" if row.id > 0 else "Brought by boardtool"),
        )
        self._model.set_tail(Tail("new", {"title": Cell("New phrase…", tone=Tone.FAINT)}))
        self.table = ShortTable(self._model, name="phrases", accessible="Phrases")
        self.table.tail_opened.connect(lambda _tail: self.add())
        self.column.addWidget(self.table)
        context.commands.add(self.table, "New phrase…", self.add, keys="Ctrl+N", writes=True)
        context.commands.add(self.table, "Remove phrase", self.remove, keys="Del", writes=True)

    def reload(self) -> None:
        self.context.asking.ask((self, "phrases"), phrases, self._show)

    def first_field(self) -> QWidget:
        return self.table

    def _show(self, found: "Sequence[Phrase]") -> None:
        self._model.set_rows(found)
        self.table.fit()

    def add(self) -> None:
        PhraseDialog(self.context, self).open()

    def remove(self) -> None:
        row, store = self.table.current_row(), self.context.store
        if row is None or self._is_shipped(row):
            return
        phrase_id = row.id
        self.context.steps.run(lambda: boards.remove_phrase(store, phrase_id=phrase_id))

    def _set_title(self, row: "Phrase", title: str) -> None:
        self._change(row, title=title)

    def _set_text(self, row: "Phrase", text: str) -> None:
        self._change(row, text=text)

    def _change(self, row: "Phrase", **facts: str) -> None:
        if self._is_shipped(row):
            return
        store = self.context.store
        self.context.steps.run(lambda: boards.change_phrase(store, phrase_id=row.id, **facts))

    def _is_shipped(self, row: "Phrase") -> bool:
        if row.id > 0:
            return False
        self.context.messages.say(
            "This phrase comes with boardtool. Add one of your own to word it otherwise."
        )
        return True


class PhraseDialog(FormDialog):
    """Asks for a phrase."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, "New phrase", words="Add phrase", take=self._take)
        self._context = context
        self.name = QLineEdit()
        self.words = paragraph_field("Words")
        self.form.add("title", "&Title", self.name, help_text="A few words to find it by")
        self.form.add("text", "&Words", self.words)

    def _take(self) -> None:
        store, title, text = self._context.store, self.name.text(), self.words.toPlainText()
        self._context.steps.run(
            lambda: boards.add_phrase(store, title=title, text=text),
            then=lambda _phrase_id: self.accept(),
            refused=lambda sentence: self.form.wrong("text" if title.strip() else "title", sentence),
        )


def _title(row: "Phrase") -> str:
    return row.title
