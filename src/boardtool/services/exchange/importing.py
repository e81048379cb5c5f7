"""The three moves of every import: read the file, preview what it would change, take it in one step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from boardtool.data import paper_checks
from boardtool.data.store import Reading, Store
from boardtool.domain.cell_refs import row_of
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Choose, ImportReport, Mend, Warned
from boardtool.domain.progress import Progress
from boardtool.services.exchange import actions, agenda, bcf, bcf_return, figures, members, minutes, pages
from boardtool.services.exchange.bcf import PlanRead
from boardtool.services.exchange.bcf_reply import OfficerReplyRead
from boardtool.services.exchange.bcf_return import ReturnRead
from boardtool.services.exchange.comparing import Comparison
from boardtool.services.exchange.figures import FiguresRead
from boardtool.services.exchange.opening import resolved
from boardtool.services.exchange.replies import ReplyRead
from boardtool.services.exchange.request import Request, Take
from boardtool.services.paper_intake import take_in

Compare = Callable[[Reading, Request, date], Comparison]

KNOW_THEIR_BOARD = (ReplyRead, PlanRead, ReturnRead, OfficerReplyRead, FiguresRead)


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that was read and waits to be taken; `compare` holds what it says against the library."""

    kind: str
    request: Request
    compare: Compare

    @property
    def needs_board(self) -> bool:
        """Whether it must be said which board it goes to; a form's reply and national workbooks know it."""
        return not isinstance(self.compare, KNOW_THEIR_BOARD)


KINDS: Mapping[str, Callable[[Request, Progress | None], Compare | Choose]] = {
    "members": members.read,
    "agenda": agenda.read,
    "actions": actions.read,
    "minutes": minutes.read,
    "bcf": bcf.read,
    "return": bcf_return.read,
    "metrics": figures.read,
    "pages": pages.read,
}


def read(kind: str, request: Request, *, progress: Progress | None = None) -> FileRead | ImportReport:
    """Read a file of a kind; a report where it is refused, or where it must be said what is meant."""
    empty = ImportReport(kind, request.file.name)
    try:
        request = resolved(request, progress)
        found = KINDS[kind](request, progress)
    except InputRefusedError as refusal:
        return replace(empty, refused=str(refusal))
    if isinstance(found, Choose):
        return replace(empty, choose=found)
    return FileRead(kind, replace(request, workbook=None), found)  # asked again, it is read anew


def preview(store: Store, found: FileRead, *, today: date) -> ImportReport:
    """What taking the file would do; nothing is changed."""
    found = replace(found, request=replace(found.request, library=store.folder))
    with store.reading() as view:
        return _report(found, found.compare(view, found.request, today))


def take(
    store: Store, found: FileRead, *, today: date, partial: bool = False, winner: Take | None = None
) -> ImportReport:
    """Take the file in one step: all of it or nothing, with `partial` the good rows.

    Rows in conflict stay as they are here, unless `winner` says whose words are kept.
    """
    asked = replace(found.request, take=winner or found.request.take, library=store.folder)
    chosen = replace(found, request=asked)
    with store.reading() as view:
        comparison = chosen.compare(view, chosen.request, today)
    report = _report(chosen, comparison)
    if comparison.rejected and not partial:
        return report
    if not comparison.to_take:
        return replace(report, applied=True)
    _, looked = take_in(store.folder, comparison.files)
    with store.step(_label(comparison.label, chosen.request.mends)) as step:
        # Compared again inside the step: what was seen and what is written are of one moment.
        comparison = chosen.compare(step.reading, chosen.request, today)
        paper_checks.add(step, looked)
        target = comparison.target(step)
        for row in comparison.to_take:
            row.write(step, target)
        if comparison.finish is not None:
            comparison.finish(step, target)
    return replace(_report(chosen, comparison), applied=True, step=step.id if step.changed else None)


def _report(found: FileRead, comparison: Comparison) -> ImportReport:
    return ImportReport(
        kind=found.kind,
        file=found.request.file.name,
        sheet=comparison.sheet,
        rows=tuple(row.preview for row in comparison.rows),
        rejected=comparison.rejected,
        warnings=(*comparison.warnings, *map(_told, found.request.mends)),
    )


def _told(mend: Mend) -> Warned:
    row = row_of(mend.cell)
    return Warned(mend.sheet, row, mend.cell, mend.held, mend.words)


def _label(label: str, mends: Sequence[Mend]) -> str:
    """What the step is called; that cells were put right by hand stays to be seen in the history."""
    if not mends:
        return label
    return f"{label}, {len(mends)} cell{'' if len(mends) == 1 else 's'} put right"
