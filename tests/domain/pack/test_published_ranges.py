"""The page column as a published pack has it (R12): told by a paper, a bookmark, or the printed agenda."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.domain.pack.test_papers_found import said

from boardtool.domain.meetings import AgendaItem, Kind, Paper
from boardtool.domain.pack.published import Bookmark, PublishedPack, PublishedPage, numbering
from boardtool.domain.pack.published_ranges import By, PublishedRanges, published_ranges

if TYPE_CHECKING:
    from pathlib import Path

MINUTES = "Minutes from the Previous Meeting"
GRANT = "Health Equality Grant"
PLAN = "Better Care Fund Plan"


def an_item(number: int, subject: str, *lengths: int, pages: str = "", **values: object) -> AgendaItem:
    """An item with papers of so many pages, whose digests are "1.0", "1.1" …"""
    papers = tuple(
        Paper(place, number, place, "", subject, "a.pdf", f"{number}.{place}", 1, length)
        for place, length in enumerate(lengths)
    )
    item = AgendaItem(number, 1, number, str(number), subject, kind=Kind.PAPER, pages=pages, papers=papers)
    return replace(item, **values)  # type: ignore[arg-type] # fields of an item


def opening(digest: str) -> str:
    return said(f"paper{digest.replace('.', 'of')}x")


def a_pack(*texts: str, ahead: int = 1, bookmarks: tuple[Bookmark, ...] = ()) -> PublishedPack:
    """A pack whose pages are stamped from `ahead`."""
    pages = tuple(PublishedPage(f"{text}\nPage {place + ahead}") for place, text in enumerate(texts))
    return PublishedPack(pages, bookmarks)


def read(pack: PublishedPack, *items: AgendaItem) -> PublishedRanges:
    openings = {paper.digest: (opening(paper.digest),) for item in items for paper in item.papers}
    return published_ranges(pack, items, openings)


def pages_of(ranges: PublishedRanges) -> dict[str, tuple[str, By]]:
    return {each.item.number: (each.pages, each.by) for each in ranges.found}


def test_an_item_has_the_pages_from_its_first_paper_up_to_the_next_item() -> None:
    pack = a_pack("Agenda", "", opening("1.0"), "", opening("1.1"), "left blank", opening("2.0"), "")
    found = read(pack, an_item(1, GRANT, 2, 1), an_item(2, PLAN, 2))
    assert pages_of(found) == {"1": ("3 - 6", By.PAPER), "2": ("7 - 8", By.PAPER)}
    assert found.lacking == ()


def test_what_the_council_reprinted_is_found_by_its_bookmark() -> None:
    marks = (Bookmark("Agenda", 0, 0), Bookmark(f"1 {MINUTES} ", 1, 0), Bookmark("2. Grant", 3, 0))
    pack = a_pack("Agenda", "reprinted", "", opening("2.0"), bookmarks=marks)
    found = read(pack, an_item(1, MINUTES, 5), an_item(2, GRANT, 1))
    assert pages_of(found) == {"1": ("2 - 3", By.BOOKMARK), "2": ("4", By.PAPER)}


def test_the_number_that_publishing_systems_print_at_its_head_tells_where_an_item_begins() -> None:
    minutes = "Agenda Item 1\nMinutes\nThe Board turned to"
    pack = a_pack("Agenda", minutes, "Agenda Item 2\nheld over", opening("3.0"), "Agenda Item 4\nverbal", "")
    found = read(pack, an_item(1, MINUTES, 9), an_item(2, GRANT, 9), an_item(3, PLAN, 1))
    assert pages_of(found) == {"1": ("2", By.NUMBER), "2": ("3", By.NUMBER), "3": ("4", By.PAPER)}


def test_the_real_pack_gives_the_ranges_that_its_agenda_prints(reference: Path) -> None:
    """Its front sheet and the minutes as published; nothing but the agenda tells of the other items."""
    whole = (reference / "papers" / "board-pack-2022-09-06.txt").read_text(encoding="utf-8")
    front, minutes = re.split(r"(?m)^(?=Agenda Item 4$)", whole)
    subjects = re.findall(r"(?m)^(0\d+)\t([^\t]+)\t", front)
    texts = [front, "", "", "", minutes, *[""] * 209]
    items = [
        replace(an_item(place, subject), number=number) for place, (number, subject) in enumerate(subjects)
    ]
    found = read(a_pack(*texts), *items)
    assert [(each.item.number, each.pages, each.by, each.differs) for each in found.found] == [
        ("04", "5 - 16", By.NUMBER, ""),
        ("05", "17 - 18", By.AGENDA, ""),
        ("06", "19 - 58", By.AGENDA, ""),
        ("09", "59 - 146", By.AGENDA, ""),
        ("010", "147 - 178", By.AGENDA, ""),
        ("012", "179 - 208", By.AGENDA, ""),
        ("013", "209 - 214", By.AGENDA, ""),
    ]


def test_a_bookmark_of_another_number_or_of_one_word_is_not_the_item_s() -> None:
    marks = (Bookmark(f"7 {GRANT}", 1, 0), Bookmark("Grant", 2, 0))
    assert pages_of(read(a_pack("Agenda", "", "", bookmarks=marks), an_item(1, GRANT, 1))) == {}


def test_a_bookmark_before_the_item_in_front_is_not_where_an_item_begins() -> None:
    """Minutes of a meeting before may name it; the place that the agenda prints is no better there."""
    marks = (Bookmark(GRANT, 1, 0), Bookmark(GRANT, 4, 1))
    pack = a_pack(f"1 {PLAN} 3 2 {GRANT} 2 - 2", "minutes", opening("1.0"), "", "scanned", bookmarks=marks)
    assert pages_of(read(pack, an_item(1, PLAN, 2), an_item(2, GRANT, 1)))["2"] == ("5", By.BOOKMARK)
    pack = replace(pack, bookmarks=marks[:1])
    found = read(pack, an_item(1, PLAN, 2), an_item(2, GRANT, 1))
    assert [item.number for item in found.lacking] == ["2"]


@pytest.mark.parametrize("hours", ["5-6 pm", "5 – 6pm", "2 - 3 p.m.", "14:00 - 14:05", "9.30 - 10.15"])
def test_the_hours_of_an_item_are_not_its_pages(hours: str) -> None:
    pack = a_pack(f"Agenda 1 {GRANT} Chair {hours} 2 - 3", "scanned", "")
    assert pages_of(read(pack, an_item(1, GRANT, 2))) == {"1": ("2 - 3", By.AGENDA)}


def test_the_printed_agenda_says_it_where_nothing_else_does() -> None:
    front = f"Agenda 1 {MINUTES} Chair 14:00 - 14:05 2 – 3 2 {GRANT} 4"
    pack = a_pack(front, "scanned", "", opening("2.0"))
    found = read(pack, an_item(1, MINUTES, 2), an_item(2, GRANT, 1))
    assert pages_of(found) == {"1": ("2 - 3", By.AGENDA), "2": ("4", By.PAPER)}


def test_where_it_ends_is_as_the_agenda_prints_it() -> None:
    pack = a_pack(f"1 {GRANT} 2 - 4 2 {PLAN} 6 - 7", opening("1.0"), "", "", "a divider", opening("2.0"), "")
    found = read(pack, an_item(1, GRANT, 3), an_item(2, PLAN, 2))
    assert pages_of(found) == {"1": ("2 - 4", By.PAPER), "2": ("6 - 7", By.PAPER)}


def test_a_printed_agenda_that_says_otherwise_is_told_of() -> None:
    pack = a_pack(f"1 {GRANT} 5 - 9", opening("1.0"), "")
    [found] = read(pack, an_item(1, GRANT, 2)).found
    assert (found.pages, found.differs) == ("2 - 3", "5 - 9")


def test_a_bookmark_of_what_comes_after_ends_the_last_item_but_its_appendix_does_not() -> None:
    marks = (Bookmark("1 Grant", 1, 0), Bookmark("Appendix A", 2, 0), Bookmark("Public notices", 4, 0))
    pack = a_pack("Agenda", opening("1.0"), opening("1.1"), "", "notes", bookmarks=marks)
    assert pages_of(read(pack, an_item(1, GRANT, 1, 1))) == {"1": ("2 - 4", By.PAPER)}


def test_an_exempt_item_is_not_looked_for_and_one_not_found_keeps_its_pages() -> None:
    pack = a_pack("Agenda", opening("1.0"), opening("3.0"))
    found = read(
        pack, an_item(1, GRANT, 1), an_item(2, PLAN, 1, pages="9 - 10"), an_item(3, "Staff", 1, exempt="1")
    )
    assert pages_of(found) == {"1": ("2 - 3", By.PAPER)}
    assert [item.number for item in found.lacking] == ["2"]


def test_a_supplement_is_numbered_on_and_keeps_the_pages_of_the_pack() -> None:
    pack = a_pack("Supplement", opening("1.1"), "", ahead=214)
    [found] = (ranges := read(pack, an_item(1, GRANT, 30, 2, pages="19 - 58, 216"))).found
    assert found.pages == "215 - 216"
    assert ranges.with_earlier(found) == "19 - 58, 215 - 216"


def test_a_pack_that_begins_anew_tells_all_the_pages() -> None:
    [found] = (ranges := read(a_pack("", opening("1.0")), an_item(1, GRANT, 1, pages="1"))).found
    assert ranges.with_earlier(found) == "2"


def test_the_numbers_are_those_that_run_through_the_file_not_those_of_a_paper() -> None:
    texts = [f"Page {place + 1} of 40\nPage {place % 3 + 1}\nPage {place + 11}" for place in range(9)]
    counted = numbering(PublishedPack(tuple(map(PublishedPage, texts))))
    assert (counted.ahead, counted.printed) == (11, True)


def test_without_numbers_on_the_pages_their_names_count_and_else_their_places() -> None:
    named = PublishedPack(tuple(PublishedPage("", label) for label in ("i", "1", "2", "3")))
    assert (numbering(named).number(3), numbering(named).printed) == (3, True)
    bare = PublishedPack((PublishedPage("Report\nPage 1"), PublishedPage("more"), PublishedPage("")))
    assert (numbering(bare).number(2), numbering(bare).printed) == (3, False)
