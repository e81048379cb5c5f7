"""Before a pack is made: what each kind of it would meet, and the papers that were never looked into."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from boardtool.data import agenda, cases, paper_checks
from boardtool.data.pdf.from_word import ENDINGS, turners
from boardtool.data.store import Reading, Store
from boardtool.domain.checks.meeting import check_meeting
from boardtool.domain.checks.prospect import Prospect, prospect
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.pack.made import PackKind
from boardtool.domain.progress import Progress
from boardtool.services.pack_guards import look_into_files, unknown_papers


def prospects(reading: Reading, *, meeting_id: int, today: date) -> Mapping[PackKind, Prospect]:
    """What the public, the supplementary and the private pack of a meeting would meet."""
    case = cases.of_meeting(reading, meeting_id, today=today)
    checked = check_meeting(case)
    no_pdf = _that_stay_as_they_are(case.items)
    return {kind: prospect(case, checked, kind, no_pdf=no_pdf) for kind in PackKind}


def word_turner() -> str:
    """The program that turns Word papers into PDF on this machine, as people call it; "" where none does."""
    return next((program.name for program in turners()), "")


def look_into_unknown(store: Store, *, meeting_id: int, progress: Progress | None = None) -> int:
    """Look into the papers of a meeting that never were, and keep what is found; how many there were.

    Raises:
        CancelledError: passed through from `progress`; nothing is kept.
    """
    with store.reading() as reading:
        unknown = unknown_papers(reading, store.folder, agenda.items(reading, meeting_id))
    found = look_into_files(unknown, progress)
    if found:
        with store.step("Look into papers") as step:
            paper_checks.add(step, found)
    return len(found)


def _that_stay_as_they_are(items: tuple[AgendaItem, ...]) -> frozenset[str]:
    """Digests of papers that are no PDF and cannot be made one on this machine."""
    can = {".pdf", *(ENDINGS if word_turner() else ())}
    return frozenset(
        paper.digest
        for item in items
        for paper in item.papers
        if Path(paper.file_name).suffix.lower() not in can
    )
