"""The boxes in which a cell is edited in place: words, a choice, or a date."""

from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QLineEdit,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from boardtool.domain.dates import short_date
from boardtool.domain.errors import CannotDoError
from boardtool.ui.tables.cell_delegate import CellDelegate
from boardtool.ui.tables.column import ChoiceEdit, Column, DateEdit, TextEdit
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.widgets.names_field import NamesField

R = TypeVar("R")
_At = QModelIndex | QPersistentModelIndex


class EditingDelegate(CellDelegate):
    """A cell delegate that opens the editor its column declares and hands what was typed to its `commit`.

    A value that did not change is not committed. What cannot be read keeps the editor open, its edge
    red, with the sentence that says what is wanted.
    """

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _At) -> QWidget:
        column, row = self._edited(index)
        box: QLineEdit | QComboBox
        if isinstance(column.edit, ChoiceEdit):
            box = QComboBox(parent)
            box.setEditable(column.edit.free)
            for value, words in column.edit.choices(row):
                box.addItem(words, value)
            box.activated.connect(lambda _at: self._finish(box))
        elif isinstance(column.edit, TextEdit) and column.edit.names is not None:
            box = NamesField(column.edit.names(), parent)
        else:
            box = QLineEdit(parent)
        box.setProperty("look", "cell")
        box.setAccessibleName(column.heading)
        return box

    def setEditorData(self, editor: QWidget, index: _At) -> None:
        """Fill the box; Qt asks again when the row changes elsewhere, and what was typed stays then."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            return
        column, row = self._edited(index)
        edit = column.edit
        if isinstance(edit, ChoiceEdit) and isinstance(editor, QComboBox):
            at = editor.findData(edit.value(row))
            if at >= 0:
                editor.setCurrentIndex(at)
            elif edit.free:
                editor.setEditText(edit.value(row))
            if not edit.free:
                QTimer.singleShot(0, editor, editor.showPopup)
        elif isinstance(editor, QLineEdit) and isinstance(edit, TextEdit | DateEdit):
            editor.setText(_as_typed(edit, row))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: _At) -> None:
        column, row = self._edited(index)
        edit = column.edit
        if isinstance(edit, ChoiceEdit) and isinstance(editor, QComboBox):
            value = _chosen(editor)
            if value != edit.value(row):
                edit.commit(row, value)
        elif isinstance(edit, DateEdit) and isinstance(editor, QLineEdit):
            day = edit.read(editor.text()) if editor.text().strip() else None
            if day != edit.value(row):
                edit.commit(row, day)
        elif (
            isinstance(edit, TextEdit) and isinstance(editor, QLineEdit) and editor.text() != edit.value(row)
        ):
            edit.commit(row, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let a list of names have its keys, and keep an editor open while its words cannot be read."""
        if isinstance(editor, NamesField) and isinstance(event, QKeyEvent) and _for_the_list(editor, event):
            return True
        leaving = (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        )
        if leaving and isinstance(editor, QLineEdit) and self._is_wrong(editor):
            return True
        if event.type() is QEvent.Type.FocusOut and isinstance(editor, QLineEdit) and self._is_wrong(editor):
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            return True
        return super().eventFilter(editor, event)

    def _is_wrong(self, editor: QLineEdit) -> bool:
        column, _row = self._edited(self._view.currentIndex())
        edit = column.edit
        if not isinstance(edit, DateEdit | TextEdit) or edit.read is None:
            return False
        if isinstance(edit, DateEdit) and not editor.text().strip():
            return False
        try:
            edit.read(editor.text())
        except CannotDoError as error:
            editor.setProperty("wrong", True)  # noqa: FBT003 - Qt's own signature
            editor.style().polish(editor)
            QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), str(error), editor)
            return True
        return False

    def _edited(self, index: _At) -> tuple[Column[object], object]:
        model = index.model()
        assert isinstance(model, RowModel)
        row = model.row_at(index)
        assert row is not None
        return model.columns[index.column()], row

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def _for_the_list(editor: NamesField, event: QKeyEvent) -> bool:
    return event.type() is QEvent.Type.KeyPress and editor.list_takes(event.key())


def _chosen(box: QComboBox) -> str:
    at = box.findText(box.currentText())
    return str(box.itemData(at)) if at >= 0 else box.currentText().strip()


def _as_typed(edit: TextEdit[R] | DateEdit[R], row: R) -> str:
    if isinstance(edit, TextEdit):
        return edit.value(row)
    day = edit.value(row)
    return f"{short_date(day)} {day.year}" if day is not None else ""
