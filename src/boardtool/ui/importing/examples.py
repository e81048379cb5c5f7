"""The states of the import page on the sample board, for pictures: files that are read in earnest."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from boardtool.data.resources import resource
from boardtool.domain.imports import ImportReport, RowPreview, RowState, ThreeWay
from boardtool.services.exchange.request import Request
from boardtool.ui.importing.looking import Looked, look
from boardtool.ui.jobs import Report
from boardtool.ui.page import Picture

if TYPE_CHECKING:
    from boardtool.ui.importing.page import ImportPage

_BOARD = "NNHWB"
_NO_WORKBOOK = b"<html><table><tr><td>050722/06</td></tr></table></html>"


def pictures_of(page: "ImportPage") -> Sequence[Picture]:
    return (
        Picture("reading", lambda: _reading(page)),
        Picture("preview", lambda: _file(page, "Action log – Adult social care.csv", "action-log.csv")),
        Picture("conflicts", lambda: _conflicts(page)),
        Picture("nothing-to-do", lambda: _file(page, "Action log – August.csv", "action-log-as-it-is.csv")),
        Picture("question", lambda: _file(page, "Actions – Place.csv", "action-log-that-asks.csv")),
        Picture("refused", lambda: _look_at(page, "Action log.xlsx", _NO_WORKBOOK)),
    )


def _reading(page: "ImportPage") -> None:
    page.set_title("BCF planning and action log.xlsx", window="Import an action log")
    page.reading.show_report(Report("Reading BCF planning and action log.xlsx", 7, 20, "sheet “Update”"))
    page.stack.setCurrentWidget(page.reading)


def _file(page: "ImportPage", name: str, shipped: str) -> None:
    """Look at a shipped file under another name."""
    _look_at(page, name, resource(f"pictures/{shipped}").read_bytes())


def _look_at(page: "ImportPage", name: str, content: bytes) -> None:
    context = page.context
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        request = Request(file, board=_BOARD)
        page.show_looked(look(context.store, page.kind.name, request, today=context.clock.today()))


def _conflicts(page: "ImportPage") -> None:
    """A reply by spreadsheet to actions that were changed here since they were sent."""
    page.show_looked(
        Looked(
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
    )
