"""The People page: the members of a board edited in place, one person open beside them."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from boardtool.services import people
from boardtool.ui.context import Context
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.people.columns import MemberColumns, heading
from boardtool.ui.people.dialogs import EndMembershipDialog, NewMemberDialog, NewSeatDialog
from boardtool.ui.people.panel import PersonPanel
from boardtool.ui.people.question import NO_BOARD, Group, Listed, Record, Row, fact, listed, record
from boardtool.ui.people.removing import ask_to_remove
from boardtool.ui.places import Place
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.chips import ChipBar, MenuChip
from boardtool.ui.widgets.notices import EmptyState


class PeoplePage(Page):
    """Shows one board's members in the order of its papers, with its vacant seats beneath."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"board", "person", "membership", "seat", "organisation", "attendance", "meeting"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._listed: Listed | None = None
        self._wanted_person: int | None = None
        self._counts: dict[Group, int] = {}
        self._columns = MemberColumns(context)
        self._model: RowModel[Row] = RowModel(
            self._columns.columns(), key=lambda row: row.key, group=lambda row: heading(row, self._counts)
        )
        self.table = TableView(
            self._model,
            name="people",
            accessible="Members",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.board = MenuChip("Board", [])
        self.panel = PersonPanel(
            context, end=self.end_membership, substitute=self.add_substitute, remove=self.remove
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.set_title("People")
        self.header.add(
            quiet("Import members", self._import, icon="download", writes=True),
            quiet("Add seat", self.add_seat, icon="plus"),
            primary("Add member", self.add_member, icon="user-plus"),
        )
        self._bar = ChipBar(self.board)
        self.set_bar(self._bar)
        self._no_board = EmptyState(
            "There is no board yet. People are listed by the boards they sit on.",
            "Make a board",
            self._make_board,
            writes=True,
        )
        self._no_member = EmptyState(
            "Nobody is on this board yet. Add them one by one, or", "import a list.", self._import
        )
        self._nobody = EmptyState("Everybody who is known sits on a board.")
        self._body = QStackedWidget()
        for shown in (self.table, self._no_board, self._no_member, self._nobody):
            self._body.addWidget(shown)
        self._beside = self.set_body(self._body, self.panel)
        self.table.let_rows_move()

    def _connect(self) -> None:
        self.board.chosen.connect(self._choose_board)
        self.table.current_changed.connect(lambda _row: self._show_current())
        self.table.dropped.connect(self._move)
        self.command("Add member…", self.add_member, keys="Ctrl+N", writes=True)
        self.command("Add substitute…", self.add_substitute, keys="S", writes=True)
        self.command("End membership…", self.end_membership, keys="E", writes=True)
        self.command("Remove from the list", self.remove, keys="Del", writes=True)
        self.command("Add seat…", self.add_seat, writes=True)

    # Page

    def open(self, place: Place) -> None:
        if place.ref:
            self.context.preferences.remember_choice("people/board", place.ref)
        self._wanted_person = place.id
        if self.isVisible() and (place.ref or place.id is not None):
            self.reload()

    def reload(self) -> None:
        code = self.context.preferences.choice("people/board")
        person_id, today = self._wanted_person, self.context.clock.today()
        self.context.asking.ask(
            (self, "list"), lambda reading: listed(reading, code, person_id, today), self._show
        )

    def key_hints(self) -> Sequence[KeyHint]:
        return (
            KeyHint(("Enter",), "change"),
            KeyHint(("Alt ↑", "Alt ↓"), "move"),
            KeyHint(("Ctrl N",), "add member"),
        )

    def panes(self) -> Sequence[QWidget]:
        shown = self._body.currentWidget()
        return (self.table if shown is self.table else self._body, self.panel)

    # Showing

    def _show(self, there: Listed) -> None:
        self._listed = there
        self._columns.seats = there.seats
        self._counts = dict(Counter(row.group for row in there.rows))
        self.board.set_choices(
            [*((each.code, each.name) for each in there.boards), (NO_BOARD, "On no board")]
        )
        self.board.choose(NO_BOARD if there.board is None else there.board.code)
        self._model.set_rows(there.rows)
        self._show_body(there)
        self._bar.set_fact(fact(there))
        self._choose_wanted(there)
        self._show_current()
        self.content_shown.emit()

    def _show_body(self, there: Listed) -> None:
        if there.rows:
            shown: QWidget = self.table
        elif not there.boards:
            shown = self._no_board
        else:
            shown = self._nobody if there.board is None else self._no_member
        self._body.setCurrentWidget(shown)
        self.board.setVisible(bool(there.boards))
        if self._beside is not None:
            self._beside.show_panel(wanted=bool(there.rows))

    def _choose_wanted(self, there: Listed) -> None:
        """Go to the person that was asked for, else to the first where nobody is chosen."""
        wanted, self._wanted_person = self._wanted_person, None
        row = next((row for row in there.rows if wanted is not None and row.person_id == wanted), None)
        if row is None and self.table.current_row() is None:
            row = next(iter(there.rows), None)
        if row is not None:
            self.table.choose(row.key)

    def _show_current(self) -> None:
        row = self.table.current_row()
        may_write = row is not None and not self.context.read_only
        held = row is not None and row.membership is not None and row.group is not Group.FORMER
        self.panel.allow(membership=may_write and held, remove=may_write)
        if row is None:
            self.panel.show_nobody()
        elif row.seat is not None:
            self.context.asking.forget((self, "record"))
            self.panel.show_seat(row.seat)
        elif row.person_id is not None:
            person_id = row.person_id
            self.context.asking.ask(
                (self, "record"), lambda reading: record(reading, person_id), self._show_record
            )

    def _show_record(self, found: Record) -> None:
        self.panel.show_record(found)

    # Doing

    def _choose_board(self, code: str) -> None:
        if self._listed is not None and code != (self._listed.board.code if self._listed.board else NO_BOARD):
            self.context.preferences.remember_choice("people/board", code)
            self.reload()

    def _current_membership(self) -> Row | None:
        row = self.table.current_row()
        return row if row is not None and row.membership is not None else None

    def add_member(self) -> None:
        """Ask for a member of the board that is shown; on a vacant seat, for that seat."""
        there = self._listed
        if there is None or there.board is None:
            self.context.messages.say("Choose a board first.")
            return
        row = self.table.current_row()
        NewMemberDialog(
            self.context,
            self,
            there.board,
            self._go_to_membership,
            seats=there.seats,
            seat_id=row.seat.id if row is not None and row.seat is not None else None,
            names=there.names,
        ).open()

    def add_substitute(self) -> None:
        row, there = self._current_membership(), self._listed
        if row is None or there is None or there.board is None:
            return
        NewMemberDialog(
            self.context,
            self,
            there.board,
            self._go_to_membership,
            names=there.names,
            instead_of=row.membership,
        ).open()

    def _go_to_membership(self, membership_id: int) -> None:
        self.table.choose(("membership", membership_id))

    def add_seat(self) -> None:
        if self._listed is None or self._listed.board is None:
            self.context.messages.say("Choose a board first.")
            return
        NewSeatDialog(self.context, self, self._listed.board).open()

    def end_membership(self) -> None:
        row = self._current_membership()
        if row is not None and row.membership is not None:
            EndMembershipDialog(self.context, self, row.membership).open()

    def remove(self) -> None:
        """Remove what should never have been there; the record of a real membership is kept by ending it."""
        row, store = self.table.current_row(), self.context.store
        if row is None:
            return
        if row.membership is not None:
            ask_to_remove(self.context, self, row.membership, end=self.end_membership)
        elif row.seat is not None:
            seat_id = row.seat.id
            self.context.steps.run(lambda: people.remove_seat(store, seat_id=seat_id))
        elif row.person is not None:
            person_id = row.person.id
            self.context.steps.run(lambda: people.remove(store, person_id=person_id))

    def _move(self, key: tuple[str, int], position: int) -> None:
        kind, membership_id = key
        if kind != "membership" or self._listed is None:
            return
        order = [row.key[1] for row in self._listed.rows if row.membership is not None]
        order.remove(membership_id)
        order.insert(position, membership_id)
        store = self.context.store
        self.context.steps.run(lambda: people.reorder_members(store, order=order))

    def _import(self) -> None:
        board = self._listed.board if self._listed is not None else None
        self.context.navigate(Place("importing", ref=board.code if board is not None else "", tab="members"))

    def _make_board(self) -> None:
        self.context.navigate(Place("settings", tab="boards"))

    # Pictures

    def pictures(self) -> Sequence[Picture]:
        return (
            Picture("end-membership", self.end_membership),
            Picture("new-member", self.add_member),
            Picture("new-seat", self.add_seat),
            Picture("vacancy", self._picture_vacancy),
            Picture("on-no-board", lambda: self.board.choose(NO_BOARD)),
            Picture("empty", self._picture_empty),
        )

    def _picture_vacancy(self) -> None:
        vacant = next((row for row in self._model.rows if row.group is Group.VACANT), None)
        if vacant is not None:
            self.table.choose(vacant.key)

    def _picture_empty(self) -> None:
        self._show(Listed((), None, (), (), ()))
