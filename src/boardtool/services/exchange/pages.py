"""The page ranges of a pack that the council published, read back into the page column of an agenda (R12)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from boardtool.data import agenda, meetings, paper_checks, papers
from boardtool.data.leak_scan.published import exempt_pages
from boardtool.data.leak_scan.secrets import secrets_of
from boardtool.data.pdf.published import opening_pages, read_published
from boardtool.data.store import Reading, Step
from boardtool.domain.checks import pack_guards
from boardtool.domain.dates import long_date
from boardtool.domain.errors import CannotDoError, InputRefusedError
from boardtool.domain.imports import Warned
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.pack.made import PackKind
from boardtool.domain.pack.pages import told_apart
from boardtool.domain.pack.published import Numbering, PublishedPack
from boardtool.domain.pack.published_ranges import By, ItemPages, PublishedRanges, published_ranges
from boardtool.domain.paper_check import on_pages
from boardtool.domain.progress import Progress
from boardtool.domain.text import listed
from boardtool.services.exchange.comparing import ComparedRow, Comparison, held_against
from boardtool.services.exchange.request import Request
from boardtool.services.open_records import open_meeting_record


@dataclass(frozen=True, slots=True)
class PagesRead:
    """A published file; what papers begin with is read when it is held against an agenda, and kept."""

    pack: PublishedPack
    openings: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __call__(self, reading: Reading, request: Request, _today: date) -> Comparison:
        assert request.meeting is not None
        assert request.library is not None
        meeting = meetings.by_ref(reading, request.meeting)
        items = agenda.items(reading, meeting.id)
        self._read_openings(reading, request.library, meeting.id, items)
        ranges = published_ranges(self.pack, items, self.openings)
        if why := _no_pack(request.file.name, meeting, ranges):
            raise InputRefusedError(f"{why} Choose the pack that the council published for it.")
        return Comparison(
            label=f"Read page ranges from {request.file.name}",
            rows=tuple(_compared(each, ranges) for each in ranges.found),
            target=partial(_open_meeting, meeting),
            warnings=tuple(_warnings(reading, request, meeting, self.pack, ranges)),
        )

    def _read_openings(
        self, reading: Reading, library: Path, meeting_id: int, items: Sequence[AgendaItem]
    ) -> None:
        """What open papers begin with, if not read yet; those known to do harm are not opened."""
        going = pack_guards.going_in(items, PackKind.PUBLIC)
        checks = paper_checks.of_meeting(reading, meeting_id)
        out = {paper.digest for paper, _ in pack_guards.unreadable(going, checks)}
        wanted = {
            paper.digest: _as_printed(papers.path_of(library, paper.digest, Path(paper.file_name).suffix))
            for _, paper in going
            if paper.digest not in self.openings and paper.digest not in out
        }
        self.openings.update(
            opening_pages({digest: path for digest, path in wanted.items() if path.is_file()})
        )


def _as_printed(paper: Path) -> Path:
    """The PDF that was made of a Word paper, where it was: its pages are those that were sent out."""
    made = paper.with_suffix(".pdf")
    return made if made.is_file() else paper


def read(request: Request, _progress: Progress | None) -> PagesRead:
    """Read the published file.

    Raises:
        InputRefusedError: it is no PDF, cannot be read, or it is not said which meeting it is of.
    """
    if request.meeting is None:
        raise InputRefusedError("Say which meeting the pack is of: --meeting BOARD/DATE.")
    return PagesRead(read_published(request.file))


def _no_pack(name: str, meeting: Meeting, ranges: PublishedRanges) -> str:
    """Why a file is no pack of a meeting, in a sentence; "" where it is one."""
    if not ranges.found:
        return (
            f"{name} holds no item of the agenda of {long_date(meeting.date)}: neither a paper of it nor a "
            "bookmark with its name."
        )
    first = ranges.found[0]
    if len(ranges.found) == 1 and first.place == 0 and ranges.numbering.number(0) <= 1:
        return f"{name} is the paper of item {first.item.number} alone, so it says nothing of the pages."
    return ""


def _compared(each: ItemPages, ranges: PublishedRanges) -> ComparedRow:
    pages = ranges.with_earlier(each)
    values = {"subject": each.item.subject, "pages": pages, "found_by": str(each.by)}
    same = told_apart(each.item.pages) == told_apart(pages)  # "19–58" is how somebody typed "19 - 58"
    ours = {**values, "pages": pages if same else each.item.pages}
    preview = held_against("", each.place + 1, each.item.number, values, ours)
    return ComparedRow(preview, partial(_write, each.item.id, pages))


def _write(item_id: int, pages: str, step: Step, _meeting_id: int) -> None:
    agenda.change(step, item_id, pages=pages)


def _open_meeting(meeting: Meeting, step: Step) -> int:
    return open_meeting_record(step, meeting.id).id


def _warnings(
    reading: Reading, request: Request, meeting: Meeting, pack: PublishedPack, ranges: PublishedRanges
) -> Iterator[Warned]:
    yield from (_told(says) for says in _exempt_in(reading, request, meeting, pack, ranges.numbering))
    if not ranges.numbering.printed:
        yield _told("No page bears a number, so pages are counted from the first of the file.")
    for each in ranges.found:
        if each.differs:
            yield _told(
                f"Item {each.item.number}: the printed agenda says {each.differs}, but it begins on page "
                f"{ranges.numbering.number(each.place)}. Tell the council.",
                each,
            )
        elif each.by is not By.PAPER and pack_guards.going_in([each.item], PackKind.PUBLIC):
            yield _told(
                f"Item {each.item.number}: its paper was not recognised; {each.by} says where it begins.",
                each,
            )
    if ranges.lacking:
        numbers = [item.number for item in ranges.lacking]
        one = len(numbers) == 1
        yield _told(
            f"Item{'' if one else 's'} {listed(numbers)} {'was' if one else 'were'} not found in the file: "
            f"{'its' if one else 'their'} pages stay as they are."
        )


def _exempt_in(
    reading: Reading, request: Request, meeting: Meeting, pack: PublishedPack, numbers: Numbering
) -> Iterator[str]:
    """R17, once more when it is out: what was published holds nothing of an exempt item."""
    try:
        secrets = secrets_of(reading, request.library, meeting.board_id)
    except CannotDoError as error:
        yield str(error)
        return
    pages: dict[str, list[int]] = {}
    words: dict[str, str] = {}
    for place, leak in exempt_pages([page.text for page in pack.pages], secrets):
        pages.setdefault(leak.item, []).append(numbers.number(place))
        words.setdefault(leak.item, leak.words)
    for item, on in pages.items():
        yield (
            f"What was published holds something exempt, of item {item}, {on_pages(tuple(on))} "
            f"(“{words[item]}”). Look at once; if it is so, have the file taken down."
        )


def _told(says: str, each: ItemPages | None = None) -> Warned:
    return Warned("", 0 if each is None else each.place + 1, "", "" if each is None else each.pages, says)
