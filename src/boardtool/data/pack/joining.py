"""A pack put together: the front sheet, then item by item, each page stamped, everything tagged that was."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from boardtool.data.documents.pdf import pdf_bytes
from boardtool.data.pack.forms import join_forms
from boardtool.data.pack.front import LINK, front_bytes, to_follow_bytes
from boardtool.data.pack.layers import join_layers
from boardtool.data.pack.outline import Bookmark, moved, write_bookmarks
from boardtool.data.pack.properties import write_properties
from boardtool.data.pack.source import DAMAGE, Source, damaged, open_source
from boardtool.data.pack.stamp import BLANK, FONT, Line, Place, Stamp, blank_page
from boardtool.data.pack.tags import JoinedTags
from boardtool.domain.documents import Audience, Sitting
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
        building = _Building(pack, contents, found)
        building.add(_FRONT, [front], found[0], {})
        for place, (section, papers) in enumerate(zip(contents.sections, sources, strict=True), start=1):
            progress.report(place - 1, len(sources) + 1, f"item {section.number}")
            building.add(_named(section), papers, found[place], _marks(section, papers))
        progress.report(len(sources), len(sources) + 1, "writing")
        building.finish(made_at)
        pack.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return Built(found, tuple(building.untagged), pages, left_out)


def write_alone(source: Source, target: Path, *, title: str, author: str, made_at: datetime) -> None:
    """Write one paper as a file of its own, cleaned as in a pack, without a number on its pages."""
    with source.pdf, pikepdf.new() as alone:
        tags = JoinedTags(alone)
        for page in source.pdf.pages:
            alone.pages.append(page)
        pages = [page.obj for page in alone.pages]
        for (place, annotation), (to, view) in source.links.items():
            pages[place].Annots[annotation].Dest = Array([pages[to], *view])
        join_layers(alone, source.pdf)
        join_forms(alone, source.form, 1)
        if source.tagged:
            tree = source.pdf.make_indirect(source.pdf.Root.StructTreeRoot)
            language = str(source.pdf.Root.get(Name.Lang, ""))
            tags.join(tags.add_part(title), tree, pages, title=title, lang=language)
            tags.finish()
        else:
            tags.drop(pages)
        write_bookmarks(alone, pages, source.bookmarks)
        write_properties(
            alone, title=title, author=author, made_at=made_at, first_page=1, accessible=source.tagged
        )
        alone.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)


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


def _named(section: Section) -> str:
    return f"{section.number} {section.title}".strip()


def _marks(section: Section, papers: Sequence[Source]) -> dict[int, list[Line]]:
    """What is printed at the head of some of a section's pages, by their place in it."""
    item = Line(f"Agenda item {section.number}", Place.HEAD)
    marks: dict[int, list[Line]] = {0: [item]}
    place = 0
    for paper in papers:
        if paper.letter:
            marks[place] = [Line(f"Agenda item {section.number}, Appendix {paper.letter}", Place.HEAD)]
        place += paper.page_count
    if section.exempt:
        told = Line(f"Not for publication: {_reason(section.exempt)}", Place.HEAD_LEFT)
        for page in range(place):
            marks.setdefault(page, []).append(told)
    return marks


def _reason(exempt: str) -> str:
    """The paragraphs as a page names them; other words stand as they are."""
    if not exempt[0].isdigit():
        return exempt
    return f"{'paragraphs' if ',' in exempt else 'paragraph'} {exempt} of Schedule 12A"


@dataclass(slots=True)
class _Building:
    """A pack while parts are added to it."""

    pack: Pdf
    contents: PackContents
    spans: Sequence[Span]
    untagged: list[str] = field(default_factory=list)
    _pages: list[Object] = field(default_factory=list)
    _bookmarks: list[Bookmark] = field(default_factory=list)
    _papers: int = 0
    _tags: JoinedTags = field(init=False)
    _stamp: Stamp = field(init=False)
    _before: Object = field(init=False)

    def __post_init__(self) -> None:
        self._tags = JoinedTags(self.pack)
        self._stamp = Stamp(self.pack)
        self._before = Stream(self.pack, b"q\n")

    def add(
        self, name: str, papers: Sequence[Source], span: Span, marks: Mapping[int, Sequence[Line]]
    ) -> None:
        """Add a part: its papers, and the blank page that fills the sheet."""
        first = len(self._pages)
        part = self._tags.add_part(name)
        bookmark = Bookmark(name, first)
        for paper in papers:
            start = len(self._pages)
            self._join(paper, part)
            kids = moved(paper.bookmarks, start)
            bookmark.kids += kids if len(papers) == 1 else [Bookmark(paper.title, start, kids=kids)]
        if name == _FRONT:
            bookmark.kids = []
        for place, page in enumerate(self._pages[first:]):
            self._print(page, first + place, marks.get(place, ()))
        if span.blank:
            self.pack.pages.append(pikepdf.Page(blank_page(self.pack)))
            self._pages.append(self.pack.pages[-1].obj)
            self._print(self._pages[-1], len(self._pages) - 1, [Line(BLANK, Place.MIDDLE)])
        self._bookmarks.append(bookmark)

    def finish(self, made_at: datetime) -> None:
        self._lead_links()
        self._tags.finish()
        write_bookmarks(self.pack, self._pages, self._bookmarks)
        write_properties(
            self.pack,
            title=self.contents.title,
            author=self.contents.author,
            made_at=made_at,
            first_page=self.contents.first_page,
            accessible=not self.untagged,
        )

    def _join(self, paper: Source, part: Object) -> None:
        """Join a paper; damage that shows only now stops the pack, for half of it may be in already."""
        try:
            self._take_over(paper, part)
        except DAMAGE as error:
            raise damaged(paper.name) from error

    def _take_over(self, paper: Source, part: Object) -> None:
        start = len(self._pages)
        self._papers += 1
        for page in paper.pdf.pages:  # extend() would warn of the form fields that are joined below
            self.pack.pages.append(page)
        pages = [page.obj for page in self.pack.pages[start:]]
        self._pages += pages
        for (place, annotation), (to, view) in paper.links.items():
            pages[place].Annots[annotation].Dest = Array([pages[to], *view])
        join_layers(self.pack, paper.pdf)
        join_forms(self.pack, paper.form, self._papers)
        if paper.tagged:
            tree = paper.pdf.make_indirect(paper.pdf.Root.StructTreeRoot)
            language = str(paper.pdf.Root.get(Name.Lang, ""))
            self._tags.join(part, tree, pages, title=paper.title, lang=language)
        else:
            self._tags.drop(pages)
            self.untagged.append(paper.name)

    def _print(self, page: Object, place: int, lines: Sequence[Line]) -> None:
        """Print the page's number and marks over what is there."""
        number = Line(f"Page {self.contents.first_page + place}", Place.FOOT)
        drawn = self._stamp.on(page, [number, *lines])
        held = page.get(Name.Contents)
        content = list(held) if isinstance(held, Array) else [] if held is None else [held]
        after = Stream(self.pack, b"\nQ " + drawn)
        under = []
        if self.contents.agenda.audience is Audience.PRIVATE:
            mark = Line("PRIVATE", Place.ACROSS, size=110, grey=0.9)
            under = [Stream(self.pack, self._stamp.on(page, [mark]) + b"\n")]
        page.Contents = Array([*under, self._before, *content, after])
        page.Tabs = Name.S
        if not isinstance(page.get(Name.Resources), Dictionary):
            page.Resources = Dictionary()
        if Name.Font not in page.Resources:
            page.Resources.Font = Dictionary()
        page.Resources.Font[FONT] = self._stamp.font

    def _lead_links(self) -> None:
        """Lead the page numbers of the front sheet to their pages."""
        first = {
            section.row: span
            for section, span in reversed(list(zip(self.contents.sections, self.spans[1:], strict=True)))
        }
        for page in self._pages[: self.spans[0].last - self.contents.first_page + 1]:
            for annotation in page.get(Name.Annots, ()):
                address = str(annotation.get(Name.A, Dictionary()).get(Name.URI, ""))
                if not address.startswith(LINK):
                    continue
                span = first[int(address.removeprefix(LINK))]
                del annotation[Name.A]
                annotation.Dest = Array([self._pages[span.first - self.contents.first_page], Name.Fit])
                annotation.Contents = String(f"Go to page {span.first}")
