"""The sentences over and after an import, and the places it comes from and leads to."""

from collections import Counter

from boardtool.domain.imports import ImportReport, RowState
from boardtool.ui.importing.kinds import ImportKind
from boardtool.ui.importing.looking import Looked
from boardtool.ui.places import Place

_NOT_TAKEN = "not taken: "
_PAGES = {
    "members": ("people", "People"),
    "agenda": ("meetings", "Meetings"),
    "actions": ("actions", "Actions"),
    "minutes": ("meetings", "Meetings"),
    "bcf": ("bcf", "BCF"),
    "return": ("bcf", "BCF"),
    "metrics": ("performance", "Performance"),
    "pages": ("meetings", "Meetings"),
}
_UNITS = {"minutes": "part", "pages": "item"}


def found_words(report: ImportReport) -> str:
    """What was read and what was passed over, for the grey line under the name of the file."""
    rows = len(report.rows) + len(report.rejected)
    where = f"Sheet “{report.sheet}”: " if report.sheet else ""
    unit = _UNITS.get(report.kind, "row")
    read = f"{where}{rows} {unit}{'' if rows == 1 else 's'} read."
    skipped = Counter(
        warning.reason.removeprefix(_NOT_TAKEN)
        for warning in report.warnings
        if warning.reason.startswith(_NOT_TAKEN)
    )
    said = ", ".join(why if count == 1 else f"{why} ({count})" for why, count in skipped.items())
    skipped_words = f" Skipped: {said}." if said else ""
    return f"{read}{skipped_words} Nothing has been changed yet."


def taken_words(report: ImportReport) -> str:
    """What was taken, for the status bar."""
    counts = ((report.count(RowState.ADDED), "new"), (report.count(RowState.UPDATED), "changed"))
    said = " and ".join(f"{count} {words}" for count, words in counts if count)
    return f"Taken from {report.file}: {said or 'nothing that was not here already'}."


def back_place(kind: ImportKind, looked: Looked | None, *, ref: str = "") -> Place:
    """Where the rows of a file are to be seen."""
    page = _PAGES[kind.name][0]
    if looked is None:
        return Place(page, ref=ref)
    if kind.name in {"agenda", "pages"}:
        return Place(page, ref=looked.request.meeting or "", tab="agenda")
    if kind.name == "minutes":
        meeting = next((row.key for row in looked.report.rows if row.sheet == "Meeting"), "")
        return Place(page, ref=meeting, tab="minutes" if meeting else "")
    if kind.name == "bcf":
        plan = next((row.key for row in looked.report.rows if "/" in row.key and not row.row), "")
        return Place(page, ref=plan, tab="schemes")
    if kind.name == "return":
        return Place(page, tab="spend")
    return Place(page, ref=looked.request.board or "")


def crumb_words(kind: ImportKind) -> str:
    return _PAGES[kind.name][1]
