"""The dialogs of the People page: a new member, a substitute, the last day of a membership, a seat."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QWidget

from boardtool.domain.dates import read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.people import Membership, Role
from boardtool.services import people
from boardtool.ui.context import Context
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from boardtool.domain.boards import Board
    from boardtool.domain.people import Seat


class NewMemberDialog(FormDialog):
    """Asks for a member of a board; somebody who is known already is completed as one types.

    `made(membership_id)` is called once they are on it. `instead_of` is the member whose substitute is asked
    for.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        board: "Board",
        made: Callable[[int], None],
        *,
        seats: "Sequence[Seat]" = (),
        seat_id: int | None = None,
        names: Sequence[str] = (),
        instead_of: Membership | None = None,
    ) -> None:
        title = "Add member" if instead_of is None else f"Substitute for {instead_of.name}"
        super().__init__(parent, title, words="Add", take=self._take)
        self._context = context
        self._board = board
        self._made = made
        self._instead_of = instead_of
        self.name = QLineEdit()
        self.name.setCompleter(QCompleter(list(names), self))
        self.listed_as = QLineEdit()
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(role.value.capitalize(), role)
        self.role.setCurrentIndex(list(Role).index(Role.MEMBER if instead_of is None else Role.SUBSTITUTE))
        self.seat = QComboBox()
        self.seat.addItem("No seat", None)
        for seat in seats:
            self.seat.addItem(seat.name, seat.id)
        self.seat.setCurrentIndex(max(self.seat.findData(seat_id), 0))
        self.voting = QCheckBox("Votes")
        self.voting.setChecked(True)
        self.starts = DateField(name="From", read=read_date)
        self.starts.set_value(context.clock.today())
        self.email = QLineEdit()
        self._lay_out(with_seats=bool(seats) and instead_of is None)
        self.role.activated.connect(self._role_chosen)

    def _lay_out(self, *, with_seats: bool) -> None:
        self.form.add("name", "&Name", self.name, help_text="As the papers print it")
        self.form.add("listed_as", "&Listed as", self.listed_as, help_text="Post or organisation")
        if self._instead_of is None:
            self.form.add("role", "&Role", self.role)
        if with_seats:
            self.form.add("seat", "&Seat", self.seat)
        self.form.add("voting", "", self.voting)
        self.form.add("starts", "&From", self.starts)
        self.form.add("email", "&Email", self.email)

    def _role_chosen(self, _at: int) -> None:
        self.voting.setChecked(self.role.currentData() != Role.OFFICER)

    def _take(self) -> None:
        try:
            starts = self.starts.value()
        except CannotDoError as error:
            self.form.wrong("starts", str(error))
            return
        store, board_id = self._context.store, self._board.id
        name, listed_as, email = self.name.text(), self.listed_as.text(), self.email.text()
        role, voting, seat_id = (
            Role(self.role.currentData()),
            self.voting.isChecked(),
            self.seat.currentData(),
        )
        substitute_for = None if self._instead_of is None else self._instead_of.id
        self._context.steps.run(
            lambda: people.add_member(
                store,
                board_id=board_id,
                name=name,
                listed_as=listed_as,
                role=role,
                voting=voting,
                email=email,
                starts=starts,
                seat_id=seat_id,
                substitute_for=substitute_for,
            ),
            then=self._done,
            refused=lambda sentence: self.form.wrong("name", sentence),
        )

    def _done(self, membership_id: int) -> None:
        self.accept()
        self._made(membership_id)


class EndMembershipDialog(FormDialog):
    """Asks for somebody's last day on a board."""

    def __init__(self, context: Context, parent: QWidget, membership: Membership) -> None:
        super().__init__(
            parent, f"{membership.name} leaves the board", words="End membership", take=self._take
        )
        self._context = context
        self._membership = membership
        self.on = DateField(name="Last day", read=read_date)
        self.on.set_value(membership.ends or context.clock.today())
        self.form.add(
            "on", "&Last day", self.on, help_text="What past minutes and attendance lists say stays as it is."
        )

    def _take(self) -> None:
        try:
            day = self.on.value()
        except CannotDoError as error:
            self.form.wrong("on", str(error))
            return
        if day is None:
            self.form.wrong("on", "Say which day is the last, such as 6 September 2022.")
            return
        store, membership_id = self._context.store, self._membership.id
        self._context.steps.run(
            lambda: people.end_membership(store, membership_id=membership_id, on=day),
            then=lambda _ended: self.accept(),
            refused=lambda sentence: self.form.wrong("on", sentence),
        )


class NewSeatDialog(FormDialog):
    """Asks for a seat of a board."""

    def __init__(self, context: Context, parent: QWidget, board: "Board") -> None:
        super().__init__(parent, "Add seat", words="Add seat", take=self._take)
        self._context = context
        self._board = board
        self.name = QLineEdit()
        self.statutory = QCheckBox("The law asks for it")
        self.voting = QCheckBox("Votes")
        self.voting.setChecked(True)
        self.form.add("name", "&Name", self.name, help_text="Such as “Director of Public Health”")
        self.form.add("statutory", "", self.statutory)
        self.form.add("voting", "", self.voting)

    def _take(self) -> None:
        store, board_id, name = self._context.store, self._board.id, self.name.text()
        statutory, voting = self.statutory.isChecked(), self.voting.isChecked()
        self._context.steps.run(
            lambda: people.add_seat(store, board_id=board_id, name=name, statutory=statutory, voting=voting),
            then=lambda _seat_id: self.accept(),
            refused=lambda sentence: self.form.wrong("name", sentence),
        )
