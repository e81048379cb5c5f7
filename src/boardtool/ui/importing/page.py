"""The import page: a file is chosen, read, shown row by row beside what is here, and taken in one step."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import ImportReport
from boardtool.services.exchange.request import Request, Take
from boardtool.ui.context import Context
from boardtool.ui.importing.kinds import KINDS, ImportKind
from boardtool.ui.importing.lines import Group
from boardtool.ui.importing.looking import Looked, look, with_column
from boardtool.ui.importing.preview import Preview
from boardtool.ui.importing.side import copied
from boardtool.ui.importing.states import (
    ReadingState,
    State,
    first_state,
    nothing_state,
    question_state,
    refused_state,
)
from boardtool.ui.importing.target import Known, Target, known
from boardtool.ui.importing.wording import back_place, crumb_words, found_words, taken_words
from boardtool.ui.jobs import Report
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.places import Place
from boardtool.ui.widgets.buttons import quiet
from boardtool.ui.widgets.notices import EmptyState, FieldError


class ImportPage(Page):
    """Goes from choosing a file to its preview, and back to where the rows went; nothing waits in between."""

    watches = frozenset({"board", "meeting"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._kind = KINDS["members"]
        self._ref = ""
        self._known: Known | None = None
        self._request: Request | None = None
        self._looked: Looked | None = None
        self.preview: Preview | None = None
        self.target = Target()
        self.trouble = FieldError()
        self.state = State("Choose a file")
        self.first = self._first_state()
        self.reading = ReadingState(context.jobs.cancel)
        self.stack = QStackedWidget()
        for each in (self.state, self.first, self.reading):
            self.stack.addWidget(each)
        self.set_body(self.stack)
        self._again = quiet("Another file…", self._choose, icon="folder-open")
        self.header.add(self._again)
        self.setAcceptDrops(True)
        context.jobs.reported.connect(self._report)
        context.jobs.ended.connect(lambda: QTimer.singleShot(0, self, self._reading_over))
        self.command("Choose a file…", self._choose, keys="Ctrl+O")
        self.command("Read the file again", self._read_again, keys="F5")
        self.command("Next rejected row", lambda: self._next(Group.REJECTED), keys="F8")
        self.command("Next conflict", lambda: self._next(Group.CONFLICT), keys="Shift+F8")
        self.command("Take the words of the file", lambda: self._decide(Take.THEIRS), keys="T")
        self.command("Keep our words", lambda: self._decide(Take.OURS), keys="O")
        self.command("Take the good rows", self._take, keys="Ctrl+Return")

    # Where the page is

    def open(self, place: Place) -> None:
        """Begin anew, unless this very preview is still open."""
        kind = KINDS.get(place.tab, self._kind)
        if self._looked is not None and kind is self._kind and place.ref in ("", self._ref):
            return
        self._kind, self._ref = kind, place.ref
        self._begin()

    def reload(self) -> None:
        self.context.asking.ask((self, "known"), known, self._offer)

    def _offer(self, there: Known) -> None:
        self._known = there
        self.target.offer(there, ref=self._ref, wants_meeting=self._kind.name == "agenda")
        if self.stack.currentWidget() in (self.first, self.state) and self._looked is None:
            self._begin()

    def panes(self) -> Sequence[QWidget]:
        if self.preview is not None:
            return (self.preview.table, self.preview.panel, self.preview.foot)
        return (self.stack,)

    def key_hints(self) -> Sequence[KeyHint]:
        if self.preview is None:
            return (KeyHint(("Ctrl O",), "choose a file"),)
        if self.preview.has(Group.CONFLICT):
            return (
                KeyHint(("T", "O"), "theirs, ours"),
                KeyHint(("Shift F8",), "next conflict"),
                KeyHint(("Ctrl Enter",), "take the good rows"),
            )
        return (
            KeyHint(("Space",), "take or leave a row"),
            KeyHint(("F8",), "next rejected"),
            KeyHint(("Ctrl Enter",), "take the good rows"),
        )

    # Choosing a file

    def _first_state(self) -> QWidget:
        state = State("Choose a file")
        self.choose_button = first_state(state, self._kind, self.target, self._choose)
        state.column.insertWidget(1, self.trouble)
        return state

    def _begin(self) -> None:
        """Show the first state of the kind; what was looked at is forgotten."""
        self._drop_preview()
        self._looked = None
        self.set_title(self._kind.title, window=self._kind.title)
        self._crumbs()
        if self._known is None:
            return
        if not self._known.boards:
            nothing = EmptyState(
                "There is no board yet that this could go to.",
                "Make a board",
                lambda: self.context.navigate(Place("settings", tab="boards")),
            )
            self.state.fill(nothing)
            self._show(self.state)
            return
        self.stack.removeWidget(self.first)
        self.target.setParent(None)
        self.trouble.setParent(None)
        self.first.deleteLater()
        self.first = self._first_state()
        self.stack.addWidget(self.first)
        self._show(self.first)
        self.target.offer(self._known, ref=self._ref, wants_meeting=self._kind.name == "agenda")
        if self.isVisible():
            self.choose_button.setFocus()

    def _choose(self) -> None:
        folder = self.context.preferences.choice("importing/folder")
        name, _filter = QFileDialog.getOpenFileName(self, self._kind.title, folder, self._kind.files)
        if name:
            self.take_up(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = _dropped_file(event)
        if file is not None:
            event.acceptProposedAction()
            self.take_up(file)

    def take_up(self, file: Path) -> None:
        """Read a file that was chosen or dropped."""
        self.context.preferences.remember_choice("importing/folder", str(file.parent))
        try:
            meeting = self.target.meeting_ref() if self._kind.name == "agenda" else None
        except CannotDoError as error:
            self.trouble.say(str(error))
            self.target.day.setFocus()
            return
        self.trouble.say("")
        self._read(Request(file, board=self.target.board_code or None, meeting=meeting))

    # Reading

    def _read(self, request: Request) -> None:
        self._request = request
        self._drop_preview()
        self.set_title(request.file.name, window=self._kind.title)
        self._report(Report(f"Reading {request.file.name}", 0, 0, ""))
        self._show(self.reading)
        context, kind = self.context, self._kind
        today = context.clock.today()
        context.jobs.run(
            f"Reading {request.file.name}",
            lambda progress: look(context.store, kind.name, request, today=today, progress=progress),
            then=self.show_looked,
        )

    def _report(self, report: Report) -> None:
        self.reading.show_report(report)

    def _reading_over(self) -> None:
        """The job ended without an answer: it was cancelled, or broke."""
        if self.stack.currentWidget() is self.reading and not self.context.jobs.is_busy:
            self._begin()

    def _read_again(self) -> None:
        if self._request is not None and not self.context.jobs.is_busy:
            self._read(self._request)

    def _remembered(self, looked: Looked) -> str:
        """What the person answered earlier to this question about files laid out like this one."""
        question = looked.report.choose
        if question is None or question.what != "column" or question.field in looked.request.columns:
            return ""
        answer = self.context.preferences.choice(_layout(self._kind, question.field, question.options))
        return answer if answer in question.options else ""

    # Showing what was found

    def show_looked(self, looked: Looked) -> None:
        """Show a preview, a question, a refusal, or that there is nothing to take."""
        self._looked = looked
        self._request = looked.request
        report = looked.report
        self._drop_preview()
        if report.choose is not None and (known_answer := self._remembered(looked)):
            self._read(with_column(looked.request, report.choose.field, known_answer))
            return
        if report.refused:
            self.set_title(report.file, window=self._kind.title)
            refused_state(self.state, report.refused, self._choose, self._read_again).setFocus()
            self._show(self.state)
        elif report.choose is not None:
            self.set_title(report.file, "Nothing has been changed.", window=self._kind.title)
            first = question_state(self.state, self._kind, report.choose, self._answer)
            self._show(self.state)
            first[0].setFocus()
        elif report.changes_nothing and not report.rejected:
            self.set_title(report.file, found_words(report), window=self._kind.title)
            nothing_state(self.state, self._kind, len(report.rows), self._leave).setFocus()
            self._show(self.state)
        else:
            self._show_preview(looked)

    def _show_preview(self, looked: Looked) -> None:
        self.set_title(looked.report.file, found_words(looked.report), window=self._kind.title)
        preview = Preview(
            self._kind,
            looked,
            preferences=self.context.preferences,
            open_file=self._open_file,
            read_again=self._read_again,
            copy_rejected=self._copy_rejected,
        )
        preview.take_wanted.connect(self._take)
        preview.nothing_wanted.connect(self._leave)
        preview.foot.take.setDisabled(self.context.read_only or not preview.taken)
        self.preview = preview
        self.stack.addWidget(preview)
        self._show(preview)
        if self.isVisible():
            preview.table.setFocus()

    def _show(self, shown: QWidget) -> None:
        self.stack.setCurrentWidget(shown)
        self._again.setVisible(isinstance(shown, Preview))
        self.hints_changed.emit()

    def _drop_preview(self) -> None:
        if self.preview is not None:
            self.stack.removeWidget(self.preview)
            self.preview.deleteLater()
            self.preview = None

    def _answer(self, option: str) -> None:
        """Take the answer to a question and read on; one about a column is remembered for such a layout."""
        if self._looked is None or self._looked.report.choose is None:
            return
        question = self._looked.report.choose
        if question.what == "sheet":
            self._read(replace(self._looked.request, sheet=option))
            return
        layout = _layout(self._kind, question.field, question.options)
        self.context.preferences.remember_choice(layout, option)
        self._read(with_column(self._looked.request, question.field, option))

    def _next(self, group: Group) -> None:
        if self.preview is not None:
            self.preview.go_to_next(group)

    def _decide(self, winner: Take) -> None:
        if self.preview is not None:
            self.preview.decide_current(winner)

    # Mending

    def _open_file(self) -> None:
        if self._request is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._request.file)))

    def _copy_rejected(self) -> None:
        if self._looked is None:
            return
        rejected = self._looked.report.rejected
        words = copied([(row.cell or f"Row {row.row}", row.value, row.reason) for row in rejected])
        QGuiApplication.clipboard().setText(f"{self._looked.report.file}\n{words}")
        self.context.messages.say("Copied. Paste it into an e-mail to the sender.")

    # Taking

    def _take(self) -> None:
        preview, looked = self.preview, self._looked
        if preview is None or looked is None or looked.file is None or not preview.taken:
            return
        if self.context.read_only or self.context.jobs.is_busy:
            return
        from boardtool.services.exchange import importing
        from boardtool.services.exchange.choosing import chosen

        context, today = self.context, self.context.clock.today()
        file = chosen(looked.file, rows=preview.taken, winners=preview.winners)
        context.steps.run(
            lambda: importing.take(context.store, file, today=today, partial=True),
            then=self._taken,
            refused=lambda sentence: self.strip.say("Nothing was taken.", sentence),
        )

    def _taken(self, report: ImportReport) -> None:
        undo = Link("Undo", self.context.undo.undo.trigger) if report.step is not None else None
        self.context.messages.say(taken_words(report), undo)
        self._leave()

    def _leave(self) -> None:
        """Go to where the rows are, and be ready for the next file."""
        place = back_place(self._kind, self._looked)
        self._ref = ""
        self._looked = None
        self.context.navigate(place)
        self._begin()

    def _crumbs(self) -> None:
        place = back_place(self._kind, None, ref=self._ref)
        self.header.set_crumbs([Link(crumb_words(self._kind), lambda: self.context.navigate(place))])

    # Pictures

    def pictures(self) -> Sequence[Picture]:
        from boardtool.ui.importing import examples

        context, kind = self.context, self._kind
        files = {
            "preview": ("Action log – Adult social care.csv", "action-log.csv"),
            "nothing-to-do": ("Action log – August.csv", "action-log-as-it-is.csv"),
            "question": ("Actions – Place.csv", "action-log-that-asks.csv"),
        }
        return (
            Picture("reading", self._picture_reading),
            *(Picture(name, partial(self._picture_file, *file)) for name, file in files.items()),
            Picture("conflicts", lambda: self.show_looked(examples.conflicts())),
            Picture("refused", lambda: self.show_looked(examples.refused(context, kind))),
        )

    def _picture_file(self, name: str, file: str) -> None:
        from boardtool.ui.importing.examples import shipped

        self.show_looked(shipped(self.context, self._kind, name, file))

    def _picture_reading(self) -> None:
        self.set_title("BCF planning and action log.xlsx", window=self._kind.title)
        self._report(Report("Reading BCF planning and action log.xlsx", 7, 20, "sheet “Update”"))
        self._show(self.reading)


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None


def _layout(kind: ImportKind, field: str, options: tuple[str, ...]) -> str:
    """Under which name the answer for files of a layout is remembered: their headings tell them apart."""
    return f"importing/{kind.name}/{field}/{'|'.join(options)}".replace(" ", "_")
