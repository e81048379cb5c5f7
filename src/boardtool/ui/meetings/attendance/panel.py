"""What stands beside the attendance list: the quorum, how many are here, and interests declared."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.checks.membership import voting_members
from boardtool.domain.meetings import Interest
from boardtool.domain.quorum import Quorum, quorum
from boardtool.ui.meetings.attendance.columns import PRESENCE_WORDS
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import bare, link, small
from boardtool.ui.widgets.labels import Icon, Words, section
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.panel import RightPanel


class AttendancePanel(RightPanel):
    """`set_quorum()`, `declare()` and `withdraw(interest_id)` are what its links and crosses do."""

    def __init__(
        self, *, set_quorum: Callable[[], None], declare: Callable[[], None], withdraw: Callable[[int], None]
    ) -> None:
        super().__init__("Quorum and interests")
        self._withdraw = withdraw
        self._icon = Icon("info", Tone.FAINT)
        self._quorum = Words(weight=section().font().weight(), wrap=True)
        self._set = link("Set quorum", set_quorum, writes=True)
        self._counts = Words(tone=Tone.HELP, wrap=True)
        self._interests = QVBoxLayout()
        self._interests.setSpacing(0)
        self.declare = small("Declare an interest…", declare, icon="plus")
        row = QHBoxLayout()
        row.setSpacing(sizes.S2)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._quorum, 1)
        self.column.addWidget(section("Quorum"))
        self.column.addLayout(row)
        self.column.addWidget(self._counts)
        self.column.addWidget(self._set, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(sizes.S5)
        self.column.addWidget(section("Interests declared"))
        self.column.addLayout(self._interests)
        self.column.addSpacing(sizes.S1)
        self.column.addWidget(self.declare, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    def show_facts(self, facts: MeetingFacts) -> None:
        counted = quorum(
            facts.board.quorum,
            facts.attendance,
            voting_members=voting_members(facts.case),
            remote_counts=facts.board.remote_counts,
        )
        self._icon.show_icon(*_look(counted))
        self._quorum.setText(f"{counted.sentence[0].upper()}{counted.sentence[1:]}.")
        self._set.setText("Set quorum" if counted.needed is None else "Change quorum")
        self._counts.setText(_counts(facts))
        self._show_interests(facts)

    def _show_interests(self, facts: MeetingFacts) -> None:
        clear(self._interests)
        if not facts.interests:
            self._interests.addWidget(Words("None.", tone=Tone.HELP))
        for interest in facts.interests:
            item = facts.item(interest.item_id)
            where = f" in item {item.number}" if item is not None else ""
            self._interests.addWidget(_InterestRow(interest, where, partial(self._withdraw, interest.id)))


class _InterestRow(QWidget):
    def __init__(self, interest: Interest, where: str, withdraw: Callable[[], None]) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(f"{interest.name}{where}", wrap=True))
        told = "; ".join(part for part in (interest.tier.value, interest.nature, interest.did) if part)
        words.addWidget(Words(told, tone=Tone.HELP, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, sizes.S1, 0, sizes.S1)
        row.addLayout(words, 1)
        row.addWidget(
            bare("x", f"Remove interest of {interest.name}", withdraw), 0, Qt.AlignmentFlag.AlignTop
        )


def _look(counted: Quorum) -> tuple[str, Tone]:
    if counted.needed is None:
        return "info", Tone.FAINT
    return ("circle-check", Tone.DONE) if counted.met else ("triangle-alert", Tone.DUE)


def _counts(facts: MeetingFacts) -> str:
    """How many members are here and how: “Members: 12 in the room, 3 apologies.” is such a line."""
    held = Counter(person.presence for person in facts.attendance if person.capacity.value == "member")
    told = [f"{held[each]} {words.lower()}" for each, words in PRESENCE_WORDS.items() if held[each]]
    return f"Members: {', '.join(told)}." if told else "Nobody is listed yet."
