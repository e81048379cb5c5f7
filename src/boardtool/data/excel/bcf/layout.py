"""An empty workbook in the layout of a year's national planning template, for those who have no template.

It is not the national template: the government takes only its own file back. Its Guidance sheet says so.
"""

from io import BytesIO

from boardtool.data.excel.bcf.layout_answers import write_conditions, write_metrics
from boardtool.data.excel.bcf.layout_lists import write_lists
from boardtool.data.excel.bcf.layout_money import write_income
from boardtool.data.excel.bcf.layout_schemes import write_schemes
from boardtool.data.excel.bcf.layout_sheets import Layout, write_cover, write_guidance, write_summary
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import WholePlan

LEAST_LINES = 300


def plan_layout(lists: YearLists, whole: WholePlan | None = None) -> bytes:
    """The empty workbook of a year, with room for a plan's lines, and its wording of the conditions."""
    import xlsxwriter

    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as workbook:
        lines = () if whole is None else whole.lines
        layout = Layout.of(workbook, lists, room=max(LEAST_LINES, len(lines)))
        sheets = {name: workbook.add_worksheet(name) for name in layout.names}
        write_lists(layout, workbook.add_worksheet("Lists"))
        write_guidance(layout, sheets[layout.guidance])
        write_cover(layout, sheets[layout.cover])
        write_income(layout, sheets[layout.income])
        write_schemes(layout, sheets[layout.schemes])
        write_metrics(layout, sheets[layout.metrics])
        write_conditions(layout, sheets[layout.conditions], () if whole is None else whole.conditions)
        write_summary(layout, sheets[layout.summary])
    return written.getvalue()
