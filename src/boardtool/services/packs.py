"""Packs: put together from an allow-list, checked page by page, looked through for what is exempt, kept."""

import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from boardtool import __version__
from boardtool.data import agenda, boards, cases, meetings, packs, paper_checks, papers, people
from boardtool.data.leak_scan.scan import check_nothing_exempt
from boardtool.data.leak_scan.secrets import Secrets, secrets_of
from boardtool.data.pdf.from_word import as_pdf
from boardtool.data.store import Access, Reading, Store
from boardtool.data.writing_files import write_whole
from boardtool.domain.checks.meeting import check_meeting
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError
from boardtool.domain.findings import Finding
from boardtool.domain.meetings import AgendaItem, Meeting, Status
from boardtool.domain.pack.arithmetic import check_pages
from boardtool.domain.pack.contents import (
    Broken,
    Edition,
    PackContents,
    PackedPaper,
    pack_contents,
    supplement_of,
)
from boardtool.domain.pack.made import MadePack, PackKind, packed_items
from boardtool.domain.paper_check import PaperCheck
from boardtool.domain.progress import Progress, Silent
from boardtool.services.pack_guards import wrong_for_the_public, wrong_in_itself
from boardtool.services.written_papers import written_papers


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
    broken: Broken = Broken.STOPS,
    progress: Progress | None = None,
) -> PackResult:
    """Make the pack of the meeting named `what` ("NNHWB/2022-09-06") and write it to `path`.

    Where nothing changed, the one made last is written again. `despite` is the reason for going on although
    something in an open paper may give away what is hidden in it. `broken` says whether a paper that cannot
    be read stops the pack, or a page says that it is to follow.

    Raises:
        CannotDoError: a paper cannot be read, an exemption names no paragraph (R13), the pages do not add up
            (R12), or something exempt is in the file or nobody can say (R17); nothing is written.
        MachineError: the file cannot be written; an older one is untouched.
        CancelledError: passed through from `progress`; nothing is written.
    """
    if path.suffix.lower() != ".pdf":
        raise CannotDoError(f"A pack is written as .pdf, not as “{path.suffix or path.name}”.")
    with store.reading() as reading:
        job = _gathered(reading, store.folder, what, audience, edition, today=now.date(), broken=broken)
    _refuse(job, despite)
    held = _same_as_before(job, store.folder)
    with tempfile.TemporaryDirectory(prefix="boardtool-pack-") as folder:
        file = Path(folder, "pack.pdf")
        made = held or _build(job, store.folder, file, now=now, progress=progress or Silent())
        source = packs.path_of(store.folder, made.digest) if held else file
        recorded = held is not None or _record(store, job, made, source, despite)
        write_whole(path, source.read_bytes())
    return PackResult(made, held is None, recorded, tuple(_warnings(job, made)))


@dataclass(frozen=True, slots=True)
class _Job:
    """Everything that making a pack needs to know, asked at one moment."""

    meeting: Meeting
    items: Sequence[AgendaItem]
    contents: PackContents
    kind: PackKind
    content: str
    broken: Broken
    earlier: tuple[MadePack, ...]
    findings: tuple[Finding, ...]
    checks: Mapping[str, PaperCheck]
    secrets: Secrets

    @property
    def public(self) -> bool:
        return self.kind is not PackKind.PRIVATE


def _gathered(
    reading: Reading,
    folder: Path,
    what: str,
    audience: Audience,
    edition: Edition,
    *,
    today: date,
    broken: Broken,
) -> _Job:
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
        written_papers(reading, meeting, today=today),
        audience=audience,
    )
    if edition is Edition.SUPPLEMENT:
        contents = _supplement(reading, meeting, contents)
    kind = PackKind.SUPPLEMENT if edition is Edition.SUPPLEMENT else PackKind(audience.value)
    return _Job(
        meeting=meeting,
        items=items,
        contents=contents,
        kind=kind,
        content=_digest(contents, broken),
        broken=broken,
        earlier=tuple(packs.of_meeting(reading, meeting.id)),
        findings=check_meeting(cases.of_meeting(reading, meeting.id, today=today)).findings,
        checks=paper_checks.of_meeting(reading, meeting.id),
        secrets=Secrets() if kind is PackKind.PRIVATE else secrets_of(reading, folder, board.id),
    )


def _supplement(reading: Reading, meeting: Meeting, contents: PackContents) -> PackContents:
    """What came after the pack that stands and its supplements."""
    standing = packs.standing(reading, meeting.id)
    if not standing:
        raise CannotDoError(
            f"{meeting.ref} has no pack yet. Make the pack first; a supplement goes on from it."
        )
    supplement = _after(contents, standing)
    if not supplement.sections and standing[-1].kind is PackKind.SUPPLEMENT:
        supplement = _after(contents, standing[:-1])  # nothing new: the same supplement again
    if not supplement.sections:
        raise CannotDoError(f"No paper has come since the pack of {meeting.ref} was made.")
    return supplement


def _after(contents: PackContents, made: Sequence[MadePack]) -> PackContents:
    packed = frozenset[str]().union(*(pack.papers for pack in made))
    return supplement_of(contents, packed=packed, first_page=made[-1].last_page + 1)


def _digest(contents: PackContents, broken: Broken) -> str:
    held = [__version__, broken, asdict(contents)]
    told = json.dumps(held, ensure_ascii=False, default=str, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def _refuse(job: _Job, despite: str) -> None:
    """Stop where the pack would be wrong."""
    stops = wrong_in_itself(job.findings)
    if job.public:
        stops += wrong_for_the_public(job.items, job.checks, despite=despite)
    if stops:
        raise CannotDoError("The pack was not made. " + " ".join(stops))


def _same_as_before(job: _Job, folder: Path) -> MadePack | None:
    """The pack made last, where all that goes into it is the same and its file is still whole."""
    last = next((pack for pack in reversed(job.earlier) if pack.kind is job.kind), None)
    if last is None or last.content != job.content:
        return None
    file = packs.path_of(folder, last.digest)
    return last if file.is_file() and papers.digest_of(file) == last.digest else None


def _build(job: _Job, folder: Path, file: Path, *, now: datetime, progress: Progress) -> MadePack:
    from boardtool.data.pack.joining import build_pack
    from boardtool.data.pack.reading_back import read_back

    def find(paper: PackedPaper) -> Path:
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
        items=packed_items(shown, pages, left_out=built.left_out),
        untagged=built.untagged,
    )


def _record(store: Store, job: _Job, made: MadePack, file: Path, despite: str) -> bool:
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


def _warnings(job: _Job, made: MadePack) -> list[str]:
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
