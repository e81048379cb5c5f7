"""The dialogs of attendance: somebody else who comes, a substitute, an interest declared."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from boardtool.domain.meetings import AgendaItem, Attendance, Capacity, InterestTier
from boardtool.ui.meetings.attendance.edits import AttendanceEdits
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.widgets.form_dialog import FormDialog
from boardtool.ui.widgets.names_field import NamesField

_CAPACITIES = ((Capacity.OFFICER, "Officer"), (Capacity.GUEST, "Guest"), (Capacity.MEMBER, "Member"))


class AddPersonDialog(FormDialog):
    """Lists somebody who is not on the board's own list."""

    def __init__(self, parent: QWidget, edits: AttendanceEdits, facts: MeetingFacts) -> None:
        super().__init__(parent, "Add officer or guest", words="Add", take=self._take)
        self._edits = edits
        self._meeting_id = facts.meeting.id
        self.name = NamesField(facts.names)
        self.post = QLineEdit()
        self.capacity = QComboBox()
        for value, words in _CAPACITIES:
            self.capacity.addItem(words, value)
        self.form.add("name", "&Name or post", self.name)
        self.form.add("post", "&Listed as", self.post)
        self.form.add("capacity", "&Comes as", self.capacity)

    def _take(self) -> None:
        self._edits.add(
            self._meeting_id,
            name=self.name.text(),
            post=self.post.text(),
            capacity=Capacity(self.capacity.currentData()),
            then=lambda _id: self.accept(),
            refused=lambda sentence: self.form.wrong("name", sentence),
        )


class SubstituteDialog(FormDialog):
    """Names who stands in for a member (R24)."""

    def __init__(
        self, parent: QWidget, edits: AttendanceEdits, facts: MeetingFacts, person: Attendance
    ) -> None:
        super().__init__(parent, f"Substitute for {person.name}", words="Stands in", take=self._take)
        self._edits = edits
        self._person = person
        self.name = NamesField(facts.names)
        self.post = QLineEdit()
        self.post.setPlaceholderText(person.post)
        self.form.add("name", "&Who stands in", self.name)
        self.form.add("post", "&Listed as", self.post)

    def _take(self) -> None:
        self._edits.substitute(
            self._person,
            name=self.name.text(),
            post=self.post.text(),
            then=lambda _id: self.accept(),
            refused=lambda sentence: self.form.wrong("name", sentence),
        )


class InterestDialog(FormDialog):
    """Keeps an interest that somebody declared, and what they then did (R25)."""

    def __init__(
        self, parent: QWidget, edits: AttendanceEdits, facts: MeetingFacts, person: Attendance | None
    ) -> None:
        super().__init__(parent, "Declare an interest", words="Record interest", take=self._take)
        self._edits = edits
        self._facts = facts
        self.who = QComboBox()
        for each in facts.attendance:
            self.who.addItem(each.name, each.id)
        if person is not None:
            self.who.setCurrentIndex(self.who.findData(person.id))
        self.item = QComboBox()
        self.item.addItem("No item in particular", None)
        for item in facts.items:
            self.item.addItem(_named(item), item.id)
        self.tier = QComboBox()
        for tier in InterestTier:
            self.tier.addItem(f"{tier.value[0].upper()}{tier.value[1:]}", tier)
        self.nature = QLineEdit()
        self.did = QLineEdit()
        self.did.setPlaceholderText("left the room")
        self.form.add("who", "&Who", self.who)
        self.form.add("item", "&Item", self.item)
        self.form.add("tier", "&Kind", self.tier)
        self.form.add("nature", "&Nature", self.nature)
        self.form.add("did", "What they &did", self.did)

    def _take(self) -> None:
        if self.who.currentIndex() < 0:
            self.form.wrong("who", "Nobody is listed for this meeting yet. List the members first.")
            return
        self._edits.declare(
            self._facts.meeting.id,
            name=self.who.currentText(),
            attendance_id=self.who.currentData(),
            item_id=self.item.currentData(),
            tier=InterestTier(self.tier.currentData()),
            nature=self.nature.text(),
            did=self.did.text(),
            then=lambda _id: self.accept(),
            refused=lambda sentence: self.form.wrong("who", sentence),
        )


def _named(item: AgendaItem) -> str:
    return f"{item.number}  {item.subject}"
