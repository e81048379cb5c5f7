"""Which keys the status bar tells of, by what the import page shows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from boardtool.ui.importing.areas import AreasState
from boardtool.ui.importing.lines import Group
from boardtool.ui.importing.preview import Preview
from boardtool.ui.page import KeyHint

_TAKE = KeyHint(("Ctrl Enter",), "take the good rows")


def hints_for(shown: QWidget | None, preview: Preview | None) -> Sequence[KeyHint]:
    if isinstance(shown, AreasState):
        return (KeyHint(("Space",), "take or leave an area"), KeyHint(("Enter",), "go on"))
    if preview is None:
        return (KeyHint(("Ctrl O",), "choose a file"),)
    if preview.has(Group.CONFLICT):
        return (KeyHint(("T", "O"), "theirs, ours"), KeyHint(("Shift F8",), "next conflict"), _TAKE)
    space = KeyHint(("Space",), "take or leave a row")
    if preview.has(Group.REJECTED):
        return (space, KeyHint(("F8",), "next rejected"), KeyHint(("F2",), "type what is meant"))
    return (space, _TAKE)
