"""Filling a national workbook from the window: which template, where to, then a line that opens it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from boardtool.ui.context import Context
from boardtool.ui.messages import Link

Export = Callable[[Path | None, Path], tuple[str, ...]]

_FILES = "Workbooks (*.xlsx)"
_LAST_FOLDER = "documents/folder"
_TEMPLATES = "bcf/templates"


class WorkbookExport:
    """Asks for the files and has the workbook written in the background.

    `export(template, target)` writes it; `told(notes)` is called with what a person should know of it.
    """

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        *,
        name: str,
        export: Export,
        told: Callable[[tuple[str, ...]], None],
    ) -> None:
        self._parent = parent
        self._context = context
        self._name = name
        self._export = export
        self._told = told

    def ask_for_template(self) -> None:
        """Ask which national workbook is to be filled, then where to."""
        folder = self._context.preferences.choice(_TEMPLATES) or self._documents()
        dialog = QFileDialog(self._parent, "Choose the national template to fill", folder, _FILES)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.fileSelected.connect(self._template_chosen)
        dialog.open()

    def ask_for_target(self, template: Path | None = None) -> None:
        """Ask where the workbook goes; without a template it has the layout of its year."""
        folder = self._context.preferences.choice(_LAST_FOLDER) or self._documents()
        dialog = QFileDialog(self._parent, "Write the workbook", folder, _FILES)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{self._name}.xlsx")
        dialog.fileSelected.connect(partial(self._target_chosen, template))
        dialog.open()

    def write(self, template: Path | None, target: Path) -> None:
        """Write the workbook in the background."""
        self._context.preferences.remember_choice(_LAST_FOLDER, str(target.parent))
        self._context.jobs.run(
            f"Filling {target.name}",
            lambda _progress: self._export(template, target),
            then=partial(self._written, target),
        )

    def _template_chosen(self, chosen: str) -> None:
        template = Path(chosen)
        self._context.preferences.remember_choice(_TEMPLATES, str(template.parent))
        self.ask_for_target(template)

    def _target_chosen(self, template: Path | None, chosen: str) -> None:
        self.write(template, Path(chosen))

    def _written(self, target: Path, notes: tuple[str, ...]) -> None:
        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

        self._context.messages.say(f"{target.name} is in {target.parent}", Link("Open", show))
        if notes:
            self._told(notes)

    def _documents(self) -> str:
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def plan_export(
    parent: QWidget, context: Context, ref: str, told: Callable[[tuple[str, ...]], None]
) -> WorkbookExport:
    def export(template: Path | None, target: Path) -> tuple[str, ...]:
        from boardtool.services.bcf.publishing import export_plan

        with context.store.reading() as reading:
            return export_plan(reading, ref=ref, path=target, template=template)

    name = f"BCF planning {ref.replace('/', ' ')}"
    return WorkbookExport(parent, context, name=name, export=export, told=told)


def return_export(
    parent: QWidget, context: Context, ref: str, period: str, told: Callable[[tuple[str, ...]], None]
) -> WorkbookExport:
    def export(template: Path | None, target: Path) -> tuple[str, ...]:
        from boardtool.services.bcf.publishing import export_return

        with context.store.reading() as reading:
            return export_return(reading, ref=ref, path=target, template=template, name=period)

    name = f"BCF return {ref.partition('/')[0]} {period}"
    return WorkbookExport(parent, context, name=name, export=export, told=told)
