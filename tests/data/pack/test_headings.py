"""Bookmarks made of the headings of tagged papers that have none of their own."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.data.pack import hostile_papers as hostile
from tests.data.pack import odd_papers as odd

from boardtool.data.pack.headings import headings_of
from boardtool.data.pack.source import open_source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from boardtool.data.pack.outline import Bookmark

Told = tuple[str, int, list["Told"]]


def told(bookmarks: Sequence[Bookmark]) -> list[Told]:
    return [(each.title, each.page, told(each.kids)) for each in bookmarks]


def with_headings(change: Callable[[pikepdf.Pdf, Sequence[pikepdf.Object]], None] | None = None) -> bytes:
    """A paper of three pages without bookmarks, a heading on each: H1, H2 over two lines, H3."""
    drawn = (
        "/H1 <</MCID 0>> BDC BT /F1 20 Tf 72 700 Td (Health) Tj ET EMC BT /F1 9 Tf 72 600 Td (Words) Tj ET",
        "/H2 <</MCID 0>> BDC BT /F1 16 Tf 72 700 Td (Purpose of) Tj 0 -20 Td (the grant) Tj ET EMC",
        "/H3 <</MCID 0>> BDC BT /F1 12 Tf 72 700 Td (De) Tj (tail) Tj ET EMC",
    )
    with pikepdf.open(BytesIO(odd.drawing(*drawn))) as pdf:
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
        elements = [
            pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(kind), P=document, Pg=page.obj, K=0))
            for kind, page in zip(("/H1", "/H2", "/H3"), pdf.pages, strict=True)
        ]
        document.K, tree.K = Array(elements), document
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = tree, Dictionary(Marked=True)
        if change is not None:
            change(pdf, elements)
        return odd.saved(pdf)


def headings(content: bytes) -> list[Told]:
    with pikepdf.open(BytesIO(content)) as pdf:
        return told(headings_of(pdf, content))


def test_headings_stand_one_below_the_other_and_are_read_from_their_pages() -> None:
    below: list[Told] = [("Purpose of the grant", 1, [("Detail", 2, [])])]
    assert headings(with_headings()) == [("Health", 0, below)]


def test_a_paper_with_bookmarks_of_its_own_keeps_them() -> None:
    with open_source(odd.with_destinations(["end"]), name="a", title="a").pdf as pdf:
        assert "/Outlines" in pdf.Root
    source = open_source(odd.with_destinations(["end"]), name="a", title="a")
    assert told(source.bookmarks) == [("The end", 2, [])]
    source.pdf.close()


def test_a_paper_without_any_gets_those_of_its_headings() -> None:
    source = open_source(with_headings(), name="a", title="a")
    assert [each.title for each in source.bookmarks] == ["Health"]
    source.pdf.close()


def test_a_heading_by_another_name_and_text_told_apart_count() -> None:
    def change(pdf: pikepdf.Pdf, elements: Sequence[pikepdf.Object]) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary({"/Kapitel": Name.Top, "/Top": Name.H1})
        elements[0].S = Name("/Kapitel")
        elements[1].ActualText = String("The purpose")

    assert headings(with_headings(change))[0] == ("Health", 0, [("The purpose", 1, [("Detail", 2, [])])])


def test_a_heading_whose_words_stand_in_spans_is_read_through_them() -> None:
    def change(pdf: pikepdf.Pdf, elements: Sequence[pikepdf.Object]) -> None:
        page = pdf.pages[0].obj
        marked = Dictionary(Type=Name.MCR, Pg=page, MCID=0)
        span = Dictionary(Type=Name.StructElem, S=Name.Span, P=elements[0], K=Array([marked]))
        elements[0].K = pdf.make_indirect(span)
        del elements[0].Pg

    assert headings(with_headings(change))[0][:2] == ("Health", 0)


@pytest.mark.parametrize("content", [hostile.with_circular_structure(), odd.with_tags(newer=True)])
def test_a_structure_in_circles_or_of_newer_types_comes_to_an_end(content: bytes) -> None:
    assert len(headings(content)) <= 1


def test_circles_of_roles_and_headings_that_say_nothing_are_left_out() -> None:
    def change(pdf: pikepdf.Pdf, elements: Sequence[pikepdf.Object]) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary({"/One": Name.Two, "/Two": Name.One})
        elements[0].S = Name.One
        elements[1].K = 99
        elements[2].ActualText = String("x" * 500)

    [(title, page, kids)] = headings(with_headings(change))
    assert (len(title), page, kids) == (161, 2, [])
