"""A pack while it is put together: parts added one after the other, each page printed on, then finished."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from boardtool.data.pack.front import LINK
from boardtool.data.pack.outline import Bookmark, below, moved, write_bookmarks
from boardtool.data.pack.properties import write_properties
from boardtool.data.pack.source import Source, damaged
from boardtool.data.pack.stamp import BLANK, FONT, SHADE, Line, Place, Stamp, blank_page
from boardtool.data.pack.tags import JoinedTags
from boardtool.data.pack.taking_over import take_over
from boardtool.data.pdf.reading import DAMAGE
from boardtool.domain.documents import Audience
from boardtool.domain.pack.contents import PackContents
from boardtool.domain.pack.pages import Span


@dataclass(slots=True)
class Building:
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

    def add_front(self, name: str, front: Source) -> None:
        """Add the front sheet, whose own headings are no bookmarks of the pack."""
        self.add(name, [replace(front, bookmarks=[])], self.spans[0], {})

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
            if len(papers) == 1:
                bookmark.kids += below(name, kids)
            else:
                bookmark.kids.append(Bookmark(paper.title, start, kids=below(paper.title, kids)))
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
        self._papers += 1
        try:
            self._pages += take_over(self.pack, self._tags, part, paper, self._papers)
        except DAMAGE as error:
            raise damaged(paper.name) from error
        if not paper.tagged:
            self.untagged.append(paper.name)

    def _print(self, page: Object, place: int, lines: Sequence[Line]) -> None:
        """Print the page's number and marks over what is there."""
        number = Line(f"Page {self.contents.first_page + place}", Place.FOOT)
        drawn = self._stamp.on(page, [number, *lines])
        held = page.get(Name.Contents)
        content = list(held) if isinstance(held, Array) else [] if held is None else [held]
        private = self.contents.agenda.audience is Audience.PRIVATE
        if private:
            drawn += self._stamp.shading(page, Line("PRIVATE", Place.ACROSS, size=110, grey=0.9))
        page.Contents = Array([self._before, *content, Stream(self.pack, b"\nQ " + drawn)])
        page.Tabs = Name.S
        if not isinstance(page.get(Name.Resources), Dictionary):
            page.Resources = Dictionary()
        _resources(page, Name.Font)[FONT] = self._stamp.font
        if private:
            _resources(page, Name.ExtGState)[SHADE] = self._stamp.shade

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


def _resources(page: Object, kind: Name) -> Object:
    """What a page has of one kind, such as fonts; made where it has none."""
    if not isinstance(page.Resources.get(kind), Dictionary):
        page.Resources[kind] = Dictionary()
    return page.Resources[kind]
