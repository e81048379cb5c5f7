"""The import page: a file is chosen, read, shown row by row beside what is here, and taken in one step."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from boardtool.domain.imports import Choose, ImportReport
from boardtool.services.exchange.request import Request
from boardtool.ui.context import Context
from boardtool.ui.importing.anew import Anew
from boardtool.ui.importing.answers import known_answer
from boardtool.ui.importing.areas import AreasState
from boardtool.ui.importing.choosing_file import ChooseFile
from boardtool.ui.importing.dropping import Dropping
from boardtool.ui.importing.found_state import Ways, fill_found
from boardtool.ui.importing.header_buttons import HeaderButtons
from boardtool.ui.importing.hints import hints_for
from boardtool.ui.importing.kinds import KINDS, ImportKind
from boardtool.ui.importing.looking import Looked, look_apart, with_column
from boardtool.ui.importing.preview import Preview
from boardtool.ui.importing.preview_commands import offer_commands
from boardtool.ui.importing.side import Doing
from boardtool.ui.importing.states import ReadingState, State, no_board_state, question_state
from boardtool.ui.importing.taking import say_taken, take_chosen
from boardtool.ui.importing.target import Known, known
from boardtool.ui.importing.to_sender import copy_rejected, open_in_its_program
from boardtool.ui.importing.wording import back_place, crumb_words, found_words
from boardtool.ui.jobs import Report
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.places import Place


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
        self.state = State("Choose a file")
        self.first = ChooseFile(context.preferences, self._kind)
        self.first.asked.connect(self._read)
        self.reading = ReadingState(context.jobs.cancel)
        self.stack = QStackedWidget()
        for each in (self.state, self.first, self.reading):
            self.stack.addWidget(each)
        self.set_body(self.stack)
        self._buttons = HeaderButtons(
            self.header, file=self.first.choose, areas=self._ask_for_areas, table=self._ask_for_table
        )
        self.take_up = self.first.take_up
        self._dropping = Dropping(self, self.take_up)
        context.jobs.reported.connect(self.reading.show_report)
        context.jobs.ended.connect(lambda: QTimer.singleShot(0, self, self._reading_over))
        self.command("Choose a file…", self.first.choose, keys="Ctrl+O")
        self.command("Read the file again", self._read_again, keys="F5")
        offer_commands(self, seen=lambda: self._seen_preview)
        self.command("Take the good rows", self._take, keys="Ctrl+Return", writes=True)

    @property
    def _seen_preview(self) -> Preview | None:
        """The preview where it is what is seen, and no question is asked over it."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Preview) else None

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
        self.first.offer(there, ref=self._ref)
        if self.stack.currentWidget() in (self.first, self.state) and self._looked is None:
            self._begin()

    def panes(self) -> Sequence[QWidget]:
        if (seen := self._seen_preview) is not None:
            return (seen.table, seen.panel, seen.foot)
        return (self.stack,)

    def key_hints(self) -> Sequence[KeyHint]:
        return hints_for(self.stack.currentWidget(), self._seen_preview)

    # Choosing a file

    def _begin(self) -> None:
        """Show the first state of the kind; what was looked at is forgotten."""
        self._drop_preview()
        self._looked = None
        self.set_title(self._kind.title, window=self._kind.title)
        self._crumbs()
        if self._known is None:
            return
        if not self._known.boards:
            no_board_state(self.state, lambda: self.context.navigate(Place("settings", tab="boards")))
            self._show(self.state)
            return
        self.first.show_kind(self._kind)
        self._show(self.first)
        self.first.offer(self._known, ref=self._ref)
        if self.isVisible():
            self.first.button.setFocus()

    # Reading

    def _read(self, request: Request) -> None:
        self._request = request
        self._drop_preview()
        self.show_reading(Report(f"Reading {request.file.name}", 0, 0, ""), request.file.name)
        look_apart(self.context, self._kind.name, request, then=self.show_looked)

    def show_reading(self, report: Report, name: str) -> None:
        """Show how far the reading of a file is."""
        self.set_title(name, window=self._kind.title)
        self.reading.show_report(report)
        self._show(self.reading)

    def _reading_over(self) -> None:
        """The job ended without an answer: it was cancelled, or broke."""
        if self.context.jobs.is_busy:
            return
        if self.preview is not None:
            self.preview.panel.setEnabled(True)
        if self.stack.currentWidget() is self.reading:
            self._begin()

    def _read_again(self) -> None:
        if self._request is not None and not self.context.jobs.is_busy:
            self._read(self._request)

    # Showing what was found

    def show_as(self, kind: ImportKind, looked: Looked) -> None:
        """Show what was found in a file of another kind."""
        self._kind = kind
        self._crumbs()
        self.show_looked(looked)

    def show_looked(self, looked: Looked) -> None:
        """Show a preview, a question, a refusal, or that there is nothing to take."""
        self._looked = looked
        self._request = looked.request
        report = looked.report
        self._drop_preview()
        known_one = known_answer(self.context.preferences, self._kind, looked)
        if report.choose is not None and known_one:
            self._read(with_column(looked.request, report.choose.field, known_one))
            return
        ways = Ways(self.first.choose, self._read_again, self._anew(looked).answer, self._leave)
        found = fill_found(self.state, self._kind, looked, ways)
        if found is not None:
            button, line = found
            self.set_title(report.file, line, window=self._kind.title)
            self._show(self.state)
            button.setFocus()
        elif looked.asks_for_areas:
            self._ask_for_areas()
        else:
            self._show_preview(looked)

    def _show_preview(self, looked: Looked) -> None:
        self.set_title(looked.report.file, found_words(looked.report), window=self._kind.title)
        anew = self._anew(looked)
        doing = Doing(
            lambda: open_in_its_program(looked),
            self._read_again,
            lambda: copy_rejected(looked, self.context.messages),
            anew.put_right,
            anew.as_in_file,
        )
        preview = Preview(self._kind, looked, preferences=self.context.preferences, doing=doing)
        preview.take_wanted.connect(self._take)
        preview.nothing_wanted.connect(self._leave)
        preview.foot.may_take = not self.context.read_only
        preview.foot.take.setEnabled(preview.foot.may_take and bool(preview.taken))
        self.preview = preview
        self.stack.addWidget(preview)
        self._show(preview)
        if self.isVisible():
            preview.table.setFocus()

    def _show(self, shown: QWidget) -> None:
        before = self.stack.currentWidget()
        self.stack.setCurrentWidget(shown)
        if isinstance(before, AreasState) and before is not shown:
            self.stack.removeWidget(before)
            before.deleteLater()
        self._buttons.show_for(self._looked if isinstance(shown, Preview) else None)
        self.hints_changed.emit()

    def _drop_preview(self) -> None:
        if self.preview is not None:
            self.stack.removeWidget(self.preview)
            self.preview.deleteLater()
            self.preview = None

    def _anew(self, looked: Looked) -> Anew:
        return Anew(self._kind, looked, self.context.preferences, self._read, self._look_again)

    # Areas and tables of a publication, and cells that are put right

    def _ask_for_table(self) -> None:
        looked = self._looked
        if looked is not None and looked.other_sheets:
            tables = Choose("sheet", looked.other_sheets)
            anew = self._anew(looked)
            first = question_state(self.state, self._kind, tables, anew.take_sheet, back=self._leave_question)
            self._show(self.state)
            first[0].setFocus()

    def _ask_for_areas(self) -> None:
        looked = self._looked
        if looked is None or looked.areas is None:
            return
        self.set_title(looked.report.file, "Nothing has been changed.", window=self._kind.title)
        asked = AreasState(looked.areas, self._anew(looked).take_areas, self._leave_question)
        self.stack.addWidget(asked)
        self._show(asked)
        asked.sought.setFocus()

    def _leave_question(self) -> None:
        """Back to the preview, or to choosing a file where there is none yet."""
        if self.preview is None:
            self._begin()
        else:
            self._show(self.preview)
            self.preview.table.setFocus()

    def _look_again(self, request: Request) -> None:
        """Read the file behind the preview, which stays in sight meanwhile, with its ticks.

        Nothing more can be put right until it is read: it would be of the file as it was before.
        """
        if self.context.jobs.is_busy:
            self.strip.say("Not put right yet.", "Something else is still being done: try again after it.")
        elif self.preview is not None:
            self.preview.panel.setEnabled(False)
            look_apart(self.context, self._kind.name, request, then=self._show_again)

    def _show_again(self, looked: Looked) -> None:
        kept = None if self.preview is None else self.preview.choices()
        self.show_looked(looked)
        if self.preview is not None and kept is not None:
            self.preview.restore(kept)

    # Taking

    def _take(self) -> None:
        preview, looked = self._seen_preview, self._looked
        if preview is None or looked is None or looked.file is None or not preview.taken:
            return
        if self.context.read_only or self.context.jobs.is_busy:
            return
        take_chosen(
            self.context,
            looked.file,
            preview,
            then=self._taken,
            refused=lambda sentence: self.strip.say("Nothing was taken.", sentence),
        )

    def _taken(self, report: ImportReport) -> None:
        say_taken(self.context, report)
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
        from boardtool.ui.importing.page_pictures import PagePictures

        return PagePictures(self, self._kind).all()
