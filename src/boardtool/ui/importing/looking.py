"""Looking into a file, off the window's thread: read, held against the library, and nothing changed."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import ImportReport
from boardtool.domain.progress import Progress

if TYPE_CHECKING:
    from boardtool.data.excel.shown import TableShown
    from boardtool.data.store import Store
    from boardtool.services.exchange.importing import FileRead
    from boardtool.services.exchange.request import Request


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found; `file` can be taken, and is None where the file is refused or asks something."""

    request: "Request"
    report: ImportReport
    file: "FileRead | None" = None
    shown: "TableShown | None" = None


def look(
    store: "Store", kind: str, request: "Request", *, today: date, progress: Progress | None = None
) -> Looked:
    """Read a file and hold it against the library.

    Raises:
        CancelledError: passed through from `progress`.
    """
    from boardtool.data.excel.shown import table_shown
    from boardtool.services.exchange import importing

    try:
        found = importing.read(kind, request, progress=progress)
        if isinstance(found, ImportReport):
            return Looked(request, found)
        report = importing.preview(store, found, today=today)
        shown = table_shown(
            request.file,
            kind,
            sheet=report.sheet or request.sheet,
            columns=request.columns,
            progress=progress,
        )
    except CannotDoError as refusal:
        return Looked(request, ImportReport(kind, request.file.name, refused=str(refusal)))
    return Looked(request, report, found, shown)


def with_column(request: "Request", field: str, heading: str) -> "Request":
    """The request with the answer to a question about a column."""
    return replace(request, columns={**request.columns, field: heading})
