"""Pages of a pack: odd beginnings, no gaps, the ranges of the real pack; and what is wrong is found (R12)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.pack.arithmetic import ReadBack, check_pages
from boardtool.domain.pack.pages import Span, pages_of_each, spans, told_apart, told_together

SEED = [4, 12, 2, 40, 88, 31, 30, 6]


def test_the_ranges_of_the_real_pack() -> None:
    found = spans(SEED, first=1, duplex=True)
    assert [span.text for span in found[1:]] == [
        "5 - 16", "17 - 18", "19 - 58", "59 - 146", "147 - 178", "179 - 208", "209 - 214",
    ]  # fmt: skip
    assert [span.blank for span in found].index(True) == 5


@given(st.lists(st.integers(1, 200), max_size=30), st.integers(0, 300), st.booleans())
def test_parts_follow_one_another_without_gap_and_lose_no_page(
    lengths: list[int],
    before: int,
    duplex: bool,  # noqa: FBT001 - hypothesis hands them over by place
) -> None:
    first = before * 2 + 1
    found = spans(lengths, first=first, duplex=duplex)
    assert all(after.first == span.last + 1 for span, after in pairwise(found))
    for length, span in zip(lengths, found, strict=True):
        assert span.last - span.first + 1 == length + span.blank
        if duplex:
            assert span.first % 2 == 1
            assert span.last % 2 == 0
        else:
            assert not span.blank


def test_pages_that_lie_apart_are_told_together() -> None:
    assert told_together([Span(19, 58), Span(215, 215)]) == "19 - 58, 215"


PARTS = [("The agenda", Span(1, 2)), ("item 01", Span(3, 6)), ("item 02", Span(7, 8))]
RIGHT = ReadBack(
    labels=tuple(str(page) for page in range(1, 9)),
    bookmarks=(1, 3, 7),
    stamped={0: 1, 2: 3, 6: 7},
    agenda="01 Strategy 3 - 6\n02 Grant 7 -\n8",
)


def test_a_pack_that_is_right_has_nothing_against_it() -> None:
    assert check_pages(RIGHT, PARTS, first_page=1, duplex=True) == ()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (replace(RIGHT, labels=RIGHT.labels[:-1]), "has 7 pages; its parts have 8"),
        (replace(RIGHT, labels=(*RIGHT.labels[:-1], "viii")), "Page 8 is labelled “viii”"),
        (replace(RIGHT, bookmarks=(1, 3, 8)), "bookmark of item 02 leads to page 8, not 7"),
        (replace(RIGHT, stamped={2: 4}), "Page 3 is stamped 4"),
        (replace(RIGHT, agenda="01 Strategy 3 - 6"), "does not give the pages of item 02: 7 - 8"),
    ],
)
def test_what_the_file_says_wrongly_is_found(wrong: ReadBack, says: str) -> None:
    [finding] = check_pages(wrong, PARTS, first_page=1, duplex=True)
    assert says in finding.message
    assert (finding.rule, finding.severity) == ("R12", "block")


def test_gaps_and_even_beginnings_are_found() -> None:
    parts = [PARTS[0], ("item 01", Span(4, 6)), PARTS[2]]
    messages = [finding.message for finding in check_pages(RIGHT, parts, first_page=1, duplex=True)]
    assert messages[0] == "item 01 begins on page 4, but page 3 comes next."
    assert messages[1] == "item 01 begins on page 4, which is the back of a sheet."


@pytest.mark.parametrize(
    ("printed", "lengths", "expected"),
    [
        ("19 - 58", [30, 10], ("19 - 48", "49 - 58")),
        ("19 - 58", [38, 1], ("19 - 56", "57")),  # and a blank page
        ("19", [1], ("19",)),
        ("19 – 58", [30, 10], ("19 - 48", "49 - 58")),
        ("19-20", [2], ("19 - 20",)),
        ("19 - 58", [30, 12], ("30 pages", "12 pages")),  # papers that came after the pack
        ("19 - 58, 215 - 216", [40, 1], ("40 pages", "1 page")),
        ("", [3], ("3 pages",)),
    ],
)
def test_the_pages_of_an_item_are_parted_among_its_papers_where_they_are_theirs(
    printed: str, lengths: list[int], expected: tuple[str, ...]
) -> None:
    assert pages_of_each(printed, lengths) == expected


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(0, 40)), max_size=5))
def test_ranges_told_together_are_told_apart_again(ranges: list[tuple[int, int]]) -> None:
    held = [Span(first, first + more) for first, more in ranges]
    assert told_apart(told_together(held)) == held
    assert told_apart("Verbal Update") == []
