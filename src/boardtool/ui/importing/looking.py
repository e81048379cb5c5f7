"""Looking into a file, off the window's thread: read, held against the library, and nothing changed."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import ImportReport, Mend
from boardtool.domain.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardtool.data.excel.shown import Shown
    from boardtool.data.store import Store
    from boardtool.services.exchange.figure_areas import AreasOffered
    from boardtool.services.exchange.importing import FileRead
    from boardtool.services.exchange.request import Request
    from boardtool.ui.context import Context


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found; `file` can be taken, and is None where the file is refused or asks something.

    `areas` are those of a publication to choose from; where none was chosen yet, that comes before anything.
    `other_sheets` hold figures too, and can be read in place of those that were.
    """

    request: "Request"
    report: ImportReport
    file: "FileRead | None" = None
    shown: "Shown | None" = None
    areas: "AreasOffered | None" = None
    other_sheets: tuple[str, ...] = ()

    @property
    def asks_for_areas(self) -> bool:
        return self.areas is not None and self.areas.open and not self.request.areas


def look_apart(
    context: "Context", kind: str, request: "Request", *, then: "Callable[[Looked], None]"
) -> None:
    """Look into a file as a job of the window; `then` is told what was found."""
    today = context.clock.today()
    context.jobs.run(
        f"Reading {request.file.name}",
        lambda progress: look(context.store, kind, request, today=today, progress=progress),
        then=then,
    )


def look(
    store: "Store", kind: str, request: "Request", *, today: date, progress: Progress | None = None
) -> Looked:
    """Read a file and hold it against the library.

    Raises:
        CancelledError: passed through from `progress`.
    """
    from boardtool.services.exchange import importing

    try:
        found = importing.read(kind, request, progress=progress)
        if isinstance(found, ImportReport):
            return Looked(request, found)
        return _previewed(store, found, today=today, progress=progress)
    except CannotDoError as refusal:
        return Looked(request, ImportReport(kind, request.file.name, refused=str(refusal)))


def _previewed(store: "Store", found: "FileRead", *, today: date, progress: Progress | None) -> Looked:
    from boardtool.data.excel.shown import shown_of
    from boardtool.services.exchange import importing

    request = found.request
    empty = ImportReport(found.kind, request.file.name)
    asked = Looked(
        request, empty, found, areas=_areas_offered(store, found), other_sheets=_other_sheets(found)
    )
    if asked.asks_for_areas:
        return asked
    report = importing.preview(store, found, today=today)
    shown = shown_of(
        request.file,
        found.kind,
        sheet=report.sheet or request.sheet,
        columns=request.columns,
        progress=progress,
    )
    return replace(asked, report=report, shown=shown)


def _areas_offered(store: "Store", found: "FileRead") -> "AreasOffered | None":
    from boardtool.services.exchange.figures import FiguresRead

    if not isinstance(found.compare, FiguresRead):
        return None
    with store.reading() as view:
        return found.compare.areas_offered(view, found.request)


def _other_sheets(found: "FileRead") -> tuple[str, ...]:
    from boardtool.services.exchange.figures import FiguresRead

    return found.compare.found.other_sheets if isinstance(found.compare, FiguresRead) else ()


def with_column(request: "Request", field: str, heading: str) -> "Request":
    """The request with the answer to a question about a column."""
    return replace(request, columns={**request.columns, field: heading})


def with_mend(request: "Request", mend: Mend) -> "Request":
    """The request with a cell put right; what was typed there before is forgotten."""
    return replace(request, mends=(*_others(request, mend.sheet, mend.cell), mend))


def without_mend(request: "Request", mend: Mend) -> "Request":
    """The request with a cell as it is in the file again."""
    return replace(request, mends=_others(request, mend.sheet, mend.cell))


def _others(request: "Request", sheet: str, cell: str) -> tuple[Mend, ...]:
    return tuple(mend for mend in request.mends if (mend.sheet, mend.cell) != (sheet, cell))
