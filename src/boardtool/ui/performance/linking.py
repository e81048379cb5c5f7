"""The dialog that links a metric to the scheme that serves it, or the minute or action that speaks of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from boardtool.domain.performance.metrics import Link, LinkKind, Record
from boardtool.services.performance import figures
from boardtool.ui.context import Context
from boardtool.ui.places import Place
from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from boardtool.data.store import Reading


@dataclass(frozen=True, slots=True)
class Linkable:
    """Something that a metric can be linked to, and the words that name it."""

    kind: LinkKind
    id: int
    ref: str


def ask_for_link(context: Context, page: QWidget, record: Record) -> None:
    """Find what there is to link to, then ask."""
    context.asking.ask(
        (page, "linkables"),
        linkables,
        lambda found: LinkDialog(context, page, record, found).open(),
    )


def linkables(reading: "Reading") -> tuple[Linkable, ...]:
    """The schemes of all plans, the minutes of all meetings and all actions, the newest first."""
    from boardtool.data import actions, meetings, minutes
    from boardtool.data.bcf import lines, plans

    found = [
        Linkable(LinkKind.SCHEME, line.id, f"{plan.ref} scheme {line.scheme_id}: {line.name}")
        for plan in plans.every(reading)
        for line in lines.of_plan(reading, plan.id)
    ]
    found += [
        Linkable(LinkKind.MINUTE, minute.id, f"{meeting.ref} minute {minute.number or ''}: {minute.heading}")
        for meeting in reversed(meetings.every(reading))
        for minute in minutes.of_meeting(reading, meeting.id)
    ]
    found += [
        Linkable(LinkKind.ACTION, action.id, f"{action.number}: {action.text}")
        for action in actions.log(reading)
    ]
    return tuple(found)


def place_of(reading: "Reading", each: Link) -> Place:
    """Where a link leads: to the line of a plan, the action, or the minute of an item, as it stands today.

    What was taken away since leads to the place where it stood.
    """
    from boardtool.data import minutes
    from boardtool.domain.errors import NotFoundError

    ref = each.ref.split(" ")[0]
    if each.kind is LinkKind.SCHEME:
        return Place("bcf", ref=ref, tab="schemes", id=each.target_id)
    if each.kind is LinkKind.ACTION:
        return Place("actions", id=each.target_id)
    try:
        item_id = minutes.by_id(reading, each.target_id or 0).item_id
    except NotFoundError:
        item_id = None
    return Place("meetings", ref=ref, tab="minutes", id=item_id)


class LinkDialog(FormDialog):
    """Asks for a kind and for one of it; letters typed find it."""

    def __init__(
        self, context: Context, parent: QWidget, record: Record, found: tuple[Linkable, ...]
    ) -> None:
        super().__init__(parent, "Link", words="Link", take=self._take)
        self._context, self._record, self._found = context, record, found
        self.kind = QComboBox()
        for kind in LinkKind:
            self.kind.addItem(kind.value.capitalize(), kind)
        self.what = QComboBox()
        self.what.setEditable(True)
        self.what.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.form.add("kind", "&Kind", self.kind)
        self.form.add("what", "&Which", self.what, help_text="Type to find it")
        self.kind.currentIndexChanged.connect(lambda _at: self._offer())
        self._offer()

    def _offer(self) -> None:
        self.what.clear()
        for each in self._found:
            if each.kind is LinkKind(self.kind.currentData()):
                self.what.addItem(each.ref, each.id)
        self.what.setCurrentIndex(0 if self.what.count() else -1)

    def _take(self) -> None:
        kind, words = LinkKind(self.kind.currentData()), self.what.currentText().strip()
        if not words:
            self.form.wrong("what", "Choose one of the list, or type what it is called.")
            return
        at = self.what.findText(words)
        target_id = self.what.itemData(at) if at >= 0 else None
        store, metric_id = self._context.store, self._record.metric.id
        self._context.steps.run(
            lambda: figures.link(store, metric_id=metric_id, kind=kind, ref=words, target_id=target_id),
            then=lambda _id: self.accept(),
            refused=lambda sentence: self.form.wrong("what", sentence),
        )
