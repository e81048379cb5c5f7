"""The hand-over folder: every public paper a file of its own, neutrally named, for the council to publish."""

import re
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from boardtool.data import agenda, boards, cases, meetings, packs, paper_checks, papers, people
from boardtool.data.documents.agenda import agenda_sheet, for_publication
from boardtool.data.documents.html import html_bytes
from boardtool.data.documents.pdf import pdf_bytes
from boardtool.data.documents.writing import document_bytes, sheet_of
from boardtool.data.leak_scan.scan import check_nothing_exempt
from boardtool.data.leak_scan.secrets import Secrets, secrets_of
from boardtool.data.pdf.from_word import as_pdf
from boardtool.data.store import Reading, Store
from boardtool.domain.checks import pack_guards
from boardtool.domain.checks.exempt import unweighed_interests
from boardtool.domain.documents import Audience, HandedOver, HandOverPaper, sitting_of
from boardtool.domain.errors import CannotDoError, MachineError
from boardtool.domain.exempt import is_confidential, reason_of
from boardtool.domain.findings import Finding
from boardtool.domain.meetings import AgendaItem, Kind, Meeting, Paper
from boardtool.domain.notice import notice
from boardtool.domain.pack.contents import PackContents, PackedPaper, Section, pack_contents, with_pages
from boardtool.domain.pack.made import PackKind
from boardtool.domain.pack.pages import pages_of_each
from boardtool.domain.paper_check import PaperCheck
from boardtool.domain.progress import Progress, Silent
from boardtool.domain.text import clean_line
from boardtool.services.pack_guards import look_into_files, refuse, told_of, unknown_papers, with_made_pdfs
from boardtool.services.written_papers import written_papers

CONTENTS = "00 Contents and checklist"
_LONGEST = 80
_UNSAFE = re.compile(r"[^\w ()'’-]+")


@dataclass(frozen=True, slots=True)
class _Job:
    meeting: Meeting
    items: list[AgendaItem]
    going: tuple[tuple[AgendaItem, Paper], ...]
    checks: Mapping[str, PaperCheck]
    contents: PackContents
    pages: dict[int, str]
    secrets: Secrets
    paper: HandOverPaper


@dataclass(frozen=True, slots=True)
class HandOver:
    """A folder that was written: the names of its files, and `warnings`, sentences for the person (R14)."""

    files: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def export_folder(
    store: Store,
    *,
    what: str,
    folder: Path,
    now: datetime,
    despite: str = "",
    answered: Collection[Finding] | None = None,
    progress: Progress | None = None,
) -> HandOver:
    """Write the public papers of a meeting into a new folder, with a contents list.

    The library is only asked at its start: whoever writes into it meanwhile does not wait for the folder.
    `despite` is the reason why what papers hide may stay there (H6): it stands in the checklist. Where the
    person was shown what it is, it waives no more than is `answered`.

    Raises:
        AnswerableError: only what papers hide, or that some cannot be read, stops it; there is no folder.
        CannotDoError: the folder holds something already, a paper cannot be read, or something exempt was
            found; then there is no folder.
        MachineError: it cannot be written.
        CancelledError: passed through from `progress`; then there is no folder.
    """
    told, despite = progress or Silent(), clean_line(despite)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotDoError(
            f"{folder} is not empty. Choose a new folder, so that nothing of an earlier agenda stays in it."
        )
    with store.reading() as reading:
        items = agenda.items(reading, meetings.by_ref(reading, what).id)
        unknown = unknown_papers(reading, store.folder, items)
    new = look_into_files(unknown, told)
    with store.reading() as reading:
        job = _gathered(reading, store.folder, what, now, new)
    printed = with_made_pdfs(store.folder, job.going, job.checks, told)
    refuse(
        "The folder was not written.",
        job.items,
        job.going,
        printed,
        PackKind.PUBLIC,
        despite=despite,
        answered=answered,
    )
    hidden = tuple(map(told_of, pack_guards.hidden(job.going, printed, PackKind.PUBLIC)))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".handing-over-") as making:
            files = tuple(_files(job, store.folder, Path(making), now, told))
            paper = replace(job.paper, files=files, hidden=hidden, despite=despite)
            for ending in (".html", ".docx"):
                _write(job, Path(making, f"{CONTENTS}{ending}"), document_bytes(paper, ending))
            if folder.exists():
                folder.rmdir()
            made = Path(making, "whole")
            made.mkdir()
            for file in Path(making).iterdir():
                if file != made:
                    file.rename(made / file.name)
            made.rename(folder)
    except OSError as error:
        raise MachineError(f"{folder} was not written: {error.strerror}.") from error
    return HandOver(
        tuple(file.file for file in files),
        tuple(finding.message for finding in unweighed_interests(job.items)),
    )


def _gathered(reading: Reading, library: Path, what: str, now: datetime, new: Iterable[PaperCheck]) -> _Job:
    """All that the folder is made of; `new` is what was just found in papers."""
    meeting = meetings.by_ref(reading, what)
    board = boards.by_id(reading, meeting.board_id)
    items = agenda.items(reading, meeting.id)
    if not items:
        raise CannotDoError(f"{meeting.ref} has no agenda yet.")
    contents = pack_contents(
        board,
        meeting,
        items,
        people.members(reading, board.id, on=meeting.date),
        written_papers(reading, meeting, today=now.date()),
        audience=Audience.PUBLIC,
    )
    told = {item.item_id: item.pages for pack in packs.standing(reading, meeting.id) for item in pack.items}
    there = {section.item_id for section in contents.sections}
    return _Job(
        meeting=meeting,
        items=items,
        going=pack_guards.going_in(items, PackKind.PUBLIC),
        checks={
            **paper_checks.of_meeting(reading, meeting.id),
            **{check.digest: check for check in new},
        },
        contents=contents,
        pages=told,
        secrets=secrets_of(reading, library, board.id),
        paper=HandOverPaper(
            sitting=sitting_of(board, meeting),
            publish_by=notice(meeting.date, cases.day_rules(reading)).last_publish_day,
            files=(),
            left_out=tuple((item.number, _why(item)) for item in items if item.id not in there),
        ),
    )


def _why(item: AgendaItem) -> str:
    if item.exempt:
        return f"{'Confidential' if is_confidential(item.exempt) else 'Exempt'}: {reason_of(item.exempt)}"
    if item.kind in {Kind.TO_FOLLOW, Kind.PAPER, Kind.LATE}:
        return "The paper is to follow"
    return "Verbal, without a paper"


def _files(job: _Job, library: Path, folder: Path, now: datetime, progress: Progress) -> Iterator[HandedOver]:
    rows = {row: job.pages.get(item.id, "") for row, item in enumerate(job.items)}
    listed = with_pages(job.contents, {row: pages for row, pages in rows.items() if pages})
    sheet = for_publication(agenda_sheet(listed))
    for ending, form in ((".pdf", pdf_bytes), (".html", html_bytes)):
        name = f"01 Agenda{ending}"
        _write(job, folder / name, form(sheet))
        yield HandedOver(name, "", "Agenda")
    number = 1
    for place, section in enumerate(job.contents.sections):
        progress.report(place, len(job.contents.sections), f"item {section.number}")
        written: list[HandedOver] = []
        lengths: list[int] = []
        for paper in (None, *section.papers) if section.written else section.papers:
            number += 1
            named = _neutral(section, paper)
            file = folder / f"{number:02d} {named}.pdf"
            tagged, length = _one(job, section, paper, library, file, now)
            title = section.title if paper is None or not paper.letter else paper.title
            written.append(HandedOver(file.name, section.number, title, tagged=tagged))
            lengths.append(length)
        pages = pages_of_each(job.pages.get(section.item_id, ""), lengths)
        yield from (replace(each, pages=told) for each, told in zip(written, pages, strict=True))


def _one(
    job: _Job, section: Section, paper: PackedPaper | None, library: Path, file: Path, now: datetime
) -> tuple[bool, int]:
    """Write one paper; whether it is tagged, and how many pages it has."""
    from boardtool.data.pack.alone import write_alone
    from boardtool.data.pack.source import open_source

    name = f"Item {section.number}, {section.title if paper is None else paper.title}"
    if paper is None:
        assert section.written is not None
        content: Path | bytes = pdf_bytes(sheet_of(section.written))
    else:
        content = as_pdf(papers.path_of(library, paper.digest, paper.ending), name=name)
    source = open_source(content, name=name, title=section.title)
    title = (
        section.title if paper is None or not paper.letter else f"{section.title}: Appendix {paper.letter}"
    )
    tagged, length = source.tagged, source.page_count
    write_alone(source, file, title=title, author=job.contents.author, made_at=now)
    check_nothing_exempt(file.read_bytes(), ".pdf", job.secrets, name=file.name)
    return tagged, length


def _write(job: _Job, file: Path, content: bytes) -> None:
    check_nothing_exempt(content, file.suffix, job.secrets, name=file.name)
    file.write_bytes(content)


def _neutral(section: Section, paper: PackedPaper | None) -> str:
    """A file's name from the item's number and public title alone (H11): never from the paper's own name."""
    title = " ".join(_UNSAFE.sub(" ", section.title).split())[:_LONGEST].strip()
    appendix = f" Appendix {paper.letter}" if paper is not None and paper.letter else ""
    return f"Item {section.number}{appendix} {title}".strip()
