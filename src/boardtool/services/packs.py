"""Packs: put together from an allow-list, checked page by page, looked through for what is exempt, kept."""

import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from boardtool.data import agenda, meetings, packs, paper_checks, papers
from boardtool.data.leak_scan.scan import check_nothing_exempt
from boardtool.data.pdf.from_word import as_pdf
from boardtool.data.store import Access, Store
from boardtool.data.writing_files import write_whole
from boardtool.domain.checks import pack_guards
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError, InputRefusedError
from boardtool.domain.findings import Finding
from boardtool.domain.meetings import Status
from boardtool.domain.pack.arithmetic import check_pages
from boardtool.domain.pack.contents import Broken, Edition, PackedPaper
from boardtool.domain.pack.made import MadePack, PackKind, packed_items
from boardtool.domain.paper_check import PaperCheck
from boardtool.domain.progress import Progress, Silent
from boardtool.domain.text import clean_line
from boardtool.services.pack_guards import look_into_files, refuse, told_of, unknown_papers, with_made_pdfs
from boardtool.services.pack_job import PackJob, gathered

_NOT_MADE = "The pack was not made."


@dataclass(frozen=True, slots=True)
class PackResult:
    """A pack that was written.

    `made` is what is kept of it; `remade` is False where nothing had changed since it was made last;
    `recorded` where the library could be written to. `warnings` are sentences for the person.
    """

    made: MadePack
    remade: bool
    recorded: bool
    warnings: tuple[str, ...] = ()


def make_pack(
    store: Store,
    *,
    what: str,
    path: Path,
    now: datetime,
    audience: Audience = Audience.PUBLIC,
    edition: Edition = Edition.PACK,
    despite: str = "",
    answered: Collection[Finding] | None = None,
    broken: Broken = Broken.STOPS,
    progress: Progress | None = None,
) -> PackResult:
    """Make the pack of the meeting named `what` ("NNHWB/2022-09-06") and write it to `path`.

    Where nothing changed, the one made last is written again. `despite` is the reason for going on although
    something in an open paper may give away what is hidden in it; it waives nothing else (`pack_guards`), and
    of that only what was `answered`, where the person was shown it.
    `broken` says whether a paper that cannot be read stops the pack, or a page says that it is to follow.

    Raises:
        AnswerableError: only what papers hide, or that some cannot be read, stops it; nothing is written.
        CannotDoError: a guard stops it (R13, R17, H6), a paper cannot be read, the pages do not add up (R12),
            or something exempt is in the file or nobody can say (R17); nothing is written.
        MachineError: the file cannot be written; an older one is untouched.
        CancelledError: passed through from `progress`; nothing is written.
    """
    if path.suffix.lower() != ".pdf":
        raise CannotDoError(f"A pack is written as .pdf, not as “{path.suffix or path.name}”.")
    despite = clean_line(despite)
    new = _look_into_unknown(store, what, progress)
    with store.reading() as reading:
        job = gathered(
            reading, store.folder, what, audience, edition, today=now.date(), broken=broken, new=new
        )
    checks = with_made_pdfs(store.folder, job.going, job.checks, progress or Silent())
    job = replace(job, checks=checks)
    refuse(
        _NOT_MADE,
        job.items,
        job.going,
        job.checks,
        job.kind,
        despite=despite,
        answered=answered,
        broken=broken,
    )
    if job.public:  # what the file is called is read by everybody, too (H11)
        check_nothing_exempt(b"", ".txt", job.secrets, name=path.name)
    held = _same_as_before(job, store.folder)
    with tempfile.TemporaryDirectory(prefix="boardtool-pack-") as folder:
        file = Path(folder, "pack.pdf")
        made = held or _build(job, store.folder, file, now=now, progress=progress or Silent())
        source = packs.path_of(store.folder, made.digest) if held else file
        recorded = held is not None or _record(store, job, made, source, despite)
        write_whole(path, source.read_bytes())
    return PackResult(made, held is None, recorded, tuple(_warnings(job, made)))


def _look_into_unknown(store: Store, what: str, progress: Progress | None) -> Sequence[PaperCheck]:
    """Look into the papers that nobody did, and keep what is found where the library can be written to."""
    with store.reading() as reading:
        items = agenda.items(reading, meetings.by_ref(reading, what).id)
        unknown = unknown_papers(reading, store.folder, items)
    found = look_into_files(unknown, progress)
    if found and store.access is Access.WRITE:
        with store.step("Look into papers") as step:
            paper_checks.add(step, found)
    return found


def _same_as_before(job: PackJob, folder: Path) -> MadePack | None:
    """The pack made last, where all that goes into it is the same and its file is still whole."""
    last = next((pack for pack in reversed(job.earlier) if pack.kind is job.kind), None)
    if last is None or last.content != job.content:
        return None
    file = packs.path_of(folder, last.digest)
    return last if file.is_file() and papers.digest_of(file) == last.digest else None


def _build(job: PackJob, folder: Path, file: Path, *, now: datetime, progress: Progress) -> MadePack:
    from boardtool.data.pack.joining import build_pack
    from boardtool.data.pack.reading_back import read_back

    kept_out = {paper.digest: found for paper, found in pack_guards.unreadable(job.going, job.checks)}

    def find(paper: PackedPaper) -> Path:
        if paper.digest in kept_out:  # what is known to be made to do harm is not opened here either
            raise InputRefusedError(told_of(kept_out[paper.digest]))
        return as_pdf(papers.path_of(folder, paper.digest, paper.ending), name=paper.title)

    contents = job.contents
    built = build_pack(contents, find, file, made_at=now, progress=progress, broken=job.broken)
    names = ["The agenda", *(f"item {section.number}" for section in contents.sections)]
    wrong = check_pages(
        read_back(file, built.spans, first_page=contents.first_page),
        list(zip(names, built.spans, strict=True)),
        first_page=contents.first_page,
        duplex=contents.duplex,
    )
    if wrong:
        raise CannotDoError("The pack was not made (R12). " + " ".join(each.message for each in wrong))
    if job.public:
        check_nothing_exempt(file.read_bytes(), ".pdf", job.secrets, name="The pack")
    rows = {section.row: section.item_id for section in contents.sections}
    pages = {rows[row]: told for row, told in built.pages.items()}
    shown = job.items if job.kind is not PackKind.SUPPLEMENT else [i for i in job.items if i.id in pages]
    return MadePack(
        id=0,
        meeting_id=job.meeting.id,
        kind=job.kind,
        made_at=now.replace(tzinfo=None, microsecond=0),
        digest=papers.digest_of(file),
        size=file.stat().st_size,
        content=job.content,
        first_page=contents.first_page,
        last_page=built.spans[-1].last,
        items=packed_items(shown, pages, job.kind, left_out=built.left_out),
        untagged=built.untagged,
    )


def _record(store: Store, job: PackJob, made: MadePack, file: Path, despite: str) -> bool:
    """Keep the pack, and the pages it gave the agenda; False where the library is only read."""
    if store.access is not Access.WRITE:
        return False
    packs.keep(store.folder, file)
    reason = f", although: {despite}" if despite else ""
    with store.step(f"Make {made.kind} pack{reason}") as step:
        packs.add(step, made)
        if job.public and job.meeting.status is not Status.APPROVED:
            for item in made.items:
                if item.pages:
                    agenda.change(step, item.item_id, pages=item.pages)
    return True


def _warnings(job: PackJob, made: MadePack) -> list[str]:
    there = {digest for item in made.items for digest in item.papers}
    left = [
        f"Item {section.number}, {paper.title} cannot be read: a page says that it is to follow."
        for section in job.contents.sections
        for paper in section.papers
        if paper.digest not in there
    ]
    said = left + [
        f"{name} is not tagged: a screen reader finds no structure in it." for name in made.untagged
    ]
    if made.untagged:
        said.append("So the pack does not claim to be accessible (PDF/UA). Ask for accessible versions.")
    return said + [finding.message for finding in job.findings if finding.rule == "R14"]
