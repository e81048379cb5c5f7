"""The states of the import page on the sample board, for pictures: files that are read in earnest."""

import tempfile
from pathlib import Path

from boardtool.data.resources import resource
from boardtool.domain.imports import ImportReport, RowPreview, RowState, ThreeWay
from boardtool.services.exchange.request import Request
from boardtool.ui.context import Context
from boardtool.ui.importing.kinds import ImportKind
from boardtool.ui.importing.looking import Looked, look

_BOARD = "NNHWB"
FIGURES = """metric,area,period,value,target
Discharge home,North Northamptonshire,Jul 2023,95.4,95.1
Discharge home,North Northamptonshire,Aug 2023,tbc,95.1
Discharge home,North Northamptonshire,Sep 2023,104.2,95.1
Discharge home,North Northamptonshire,Oct 2023,[c],95.1
Discharge home,North Northamptonshire,Nov 2023,"95,2",95.1
Discharge home,North Northamptonshire,Jul 2023,94.9,95.1
"""
AREAS = """utla_code,utla_name,month,total_discharges,average_days_including_zero_delays_calculated
E08000009,Trafford,Apr 2024,2129,1.1259
E08000003,Manchester,Apr 2024,3220,0.9523
E08000006,Salford,Apr 2024,2146,1.0624
"""
_NO_WORKBOOK = b"<html><table><tr><td>050722/06</td></tr></table></html>"


def shipped(context: Context, kind: ImportKind, name: str, file: str) -> Looked:
    """What is found in a file that ships for pictures, under another name."""
    return _looked(context, kind, name, resource(f"pictures/{file}").read_bytes())


def refused(context: Context, kind: ImportKind) -> Looked:
    """What is found in a file that is no workbook, whatever its ending."""
    return _looked(context, kind, "Action log.xlsx", _NO_WORKBOOK)


def figures(context: Context, kind: ImportKind, text: str) -> Looked:
    """What is found in a table of figures."""
    return _looked(context, kind, "KPI return – Place.csv", text.encode())


def _looked(context: Context, kind: ImportKind, name: str, content: bytes) -> Looked:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        request = Request(file, board=_BOARD)
        return look(context.store, kind.name, request, today=context.clock.today())


def conflicts() -> Looked:
    """A reply by spreadsheet to actions that were changed here since they were sent."""
    return Looked(
        Request(Path("Reply – Director of Public Health.xlsx"), board=_BOARD),
        ImportReport(
            "actions",
            "Reply – Director of Public Health.xlsx",
            sheet="Your actions",
            rows=(
                RowPreview(
                    "Your actions",
                    5,
                    "050722/07",
                    RowState.CONFLICT,
                    {"text": "Ask for a media campaign in the newsletters of head teachers"},
                    {
                        "progress": (
                            "Schools are on holiday; a text is ready.",
                            "The text went out on 22 August.",
                        )
                    },
                    {"due": ThreeWay("2022-09-05", "2022-09-09", "2022-10-03")},
                ),
                RowPreview(
                    "Your actions",
                    6,
                    "050722/05",
                    RowState.CONFLICT,
                    {"text": "Add the leads at the Integrated Care Board to the Health Protection Plan"},
                    {},
                    {"status": ThreeWay("open", "completed", "in progress")},
                ),
                RowPreview(
                    "Your actions",
                    7,
                    "050722/08",
                    RowState.UPDATED,
                    {
                        "text": "Report on safety checks made with Fire and Rescue",
                        "status": "in progress",
                    },
                    {"status": ("open", "in progress")},
                ),
            ),
        ),
    )
