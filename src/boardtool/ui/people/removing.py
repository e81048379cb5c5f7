"""The question before a membership is removed: ending it keeps the record, removing it does not."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from boardtool.services import people
from boardtool.ui.context import Context

if TYPE_CHECKING:
    from boardtool.domain.people import Membership


def ask_to_remove(
    context: Context, parent: QWidget, membership: "Membership", *, end: Callable[[], None]
) -> None:
    """Ask whether a membership never was; `end` is what somebody who leaves is given instead."""
    box = QMessageBox(parent)
    box.setWindowTitle("Remove membership")
    box.setText(f"Remove {membership.name} as if they had never been on this board?")
    box.setInformativeText("Somebody who leaves is kept in the record: end the membership instead.")
    remove = box.addButton("Remove", QMessageBox.ButtonRole.DestructiveRole)
    ending = box.addButton("End membership…", QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    store, membership_id = context.store, membership.id
    remove.clicked.connect(
        lambda: context.steps.run(lambda: people.remove_membership(store, membership_id=membership_id))
    )
    ending.clicked.connect(end)
    box.open()
