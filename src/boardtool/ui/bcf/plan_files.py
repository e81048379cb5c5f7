"""Workbooks of the plan that is open: taken in on the import page, filled and written from here."""

from PySide6.QtWidgets import QWidget

from boardtool.ui.bcf.exporting import WorkbookExport, plan_export, return_export
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.context import Context
from boardtool.ui.places import Place
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.notices import Strip


class PlanFiles:
    """Leads to the import of a national workbook, and asks where one is to be written.

    What a person should know of a file that was written is said in `strip`.
    """

    def __init__(self, parent: QWidget, context: Context, plan: OpenPlan, strip: Strip) -> None:
        self._parent = parent
        self._context = context
        self._plan = plan
        self._strip = strip

    def import_plan(self) -> None:
        self._import("bcf")

    def import_return(self) -> None:
        self._import("return")

    def _import(self, kind: str) -> None:
        case = self._plan.case
        ref = "" if case is None else case.whole.plan.board_code
        self._context.navigate(Place("importing", ref=ref, tab=kind))

    def fill_template(self) -> None:
        """Fill a national template that the person has."""
        export = self._export()
        if export is not None:
            export.ask_for_template()

    def write_without_template(self) -> None:
        """Write a workbook in the layout of the plan's year."""
        export = self._export()
        if export is not None:
            export.ask_for_target()

    def fill_return(self, period: str) -> None:
        """Fill the national template of a return ("2022-23 End of Year")."""
        case = self._plan.case
        if case is not None:
            ref = case.whole.plan.ref
            return_export(self._parent, self._context, ref, period, self._told).ask_for_template()

    def _export(self) -> WorkbookExport | None:
        case = self._plan.case
        if case is None:
            return None
        return plan_export(self._parent, self._context, case.whole.plan.ref, self._told)

    def _told(self, notes: tuple[str, ...]) -> None:
        self._strip.say("Written.", " ".join(notes), icon="info", tone=Tone.HELP)
