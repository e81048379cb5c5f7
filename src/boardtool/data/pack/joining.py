"""A pack put together: the front sheet, then item by item, each page stamped, everything tagged that was."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pikepdf

from boardtool.data.documents.pdf import pdf_bytes
from boardtool.data.pack.building import Building
from boardtool.data.pack.front import front_bytes, to_follow_bytes
from boardtool.data.pack.marks import marks_of
from boardtool.data.pack.source import Source, open_source
from boardtool.domain.documents import Sitting
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.pack.contents import Broken, PackContents, PackedPaper, Section
from boardtool.domain.pack.pages import Span, spans, told_together
from boardtool.domain.progress import Progress

Find = Callable[[PackedPaper], Path]
"""Where a paper of the library lies as a PDF; raises InputRefusedError where it cannot be one."""

_FRONT = "Agenda"
_TRIES = 4  # the front sheet grows by a page at most once or twice as its page column fills


@dataclass(frozen=True, slots=True)
class Built:
    """A pack as it was put together.

    `spans` are the pages of the front sheet and of each section in order; `untagged` names the papers that
    a screen reader finds no structure in; `left_out` holds, by digest, why papers were left out.
    """

    spans: tuple[Span, ...]
    untagged: tuple[str, ...]
    pages: Mapping[int, str]
    left_out: Mapping[str, str]


def build_pack(
    contents: PackContents,
    find: Find,
    target: Path,
    *,
    made_at: datetime,
    progress: Progress,
    broken: Broken = Broken.STOPS,
) -> Built:
    """Put a pack together at `target`; a page stands for each `broken` paper, if it is not to stop the pack.

    Raises:
        InputRefusedError: papers cannot be read; the sentence names every one of them.
        CancelledError: passed through from `progress`.
    """
    with ExitStack() as opened:
        sources, left_out = _opened(contents, find, progress, opened)
        if left_out and broken is Broken.STOPS:
            raise InputRefusedError(" ".join(left_out.values()))
        front, found, pages = _fitted(contents, sources)
        opened.enter_context(front.pdf)
        pack = opened.enter_context(pikepdf.new())
        building = Building(pack, contents, found)
        building.add_front(_FRONT, front)
        for place, (section, papers) in enumerate(zip(contents.sections, sources, strict=True), start=1):
            progress.report(place - 1, len(sources) + 1, f"item {section.number}")
            building.add(section.heading, papers, found[place], marks_of(section, papers))
        progress.report(len(sources), len(sources) + 1, "writing")
        building.finish(made_at)
        pack.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return Built(found, tuple(building.untagged), pages, left_out)


def _opened(
    contents: PackContents, find: Find, progress: Progress, opened: ExitStack
) -> tuple[list[list[Source]], dict[str, str]]:
    """Every paper of every section, and why some cannot be read, by digest; a page stands in for those."""
    sources: list[list[Source]] = []
    troubles: dict[str, str] = {}
    for place, section in enumerate(contents.sections):
        progress.report(place, 0, f"reading item {section.number}")
        sources.append([])
        for source in _of_section(section, find, contents.agenda.sitting, troubles):
            opened.enter_context(source.pdf)
            sources[-1].append(source)
    return sources, troubles


def _of_section(section: Section, find: Find, sitting: Sitting, troubles: dict[str, str]) -> Iterator[Source]:
    if section.written is not None:
        from boardtool.data.documents.writing import sheet_of

        sheet = sheet_of(section.written)
        yield open_source(pdf_bytes(replace(sheet, footer="")), name=section.title, title=section.title)
    for paper in section.papers:
        name = f"Item {section.number}, {paper.title}"
        try:
            yield open_source(find(paper), name=name, title=paper.title, letter=paper.letter)
        except InputRefusedError as refusal:
            troubles[paper.digest] = str(refusal)
            page = to_follow_bytes(section.title, paper.title, sitting)
            yield open_source(page, name=name, title=paper.title, letter=paper.letter)


def _fitted(
    contents: PackContents, sources: Sequence[Sequence[Source]]
) -> tuple[Source, tuple[Span, ...], dict[int, str]]:
    """The front sheet with the page column that its own length makes true."""
    lengths = [sum(source.page_count for source in papers) for papers in sources]
    length = 1
    for _ in range(_TRIES):
        found = spans([length, *lengths], first=contents.first_page, duplex=contents.duplex)
        pages = _page_column(contents, found)
        front = open_source(front_bytes(contents, pages), name=_FRONT, title=_FRONT)
        if front.page_count == length:
            return front, found, pages
        length = front.page_count
        front.pdf.close()
    raise RuntimeError("the front sheet never comes to an end")


def _page_column(contents: PackContents, found: Sequence[Span]) -> dict[int, str]:
    by_row: dict[int, list[Span]] = {}
    for section, span in zip(contents.sections, found[1:], strict=True):
        by_row.setdefault(section.row, []).append(span)
    return {row: told_together(ranges) for row, ranges in by_row.items()}
