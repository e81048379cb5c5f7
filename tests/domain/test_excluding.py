"""The words that close a meeting name items and paragraphs, and nothing of what is exempt (R15, R16)."""

from __future__ import annotations

from boardtool.domain.excluding import words_to_exclude
from boardtool.domain.meetings import AgendaItem


def an_item(number: str, exempt: str = "") -> AgendaItem:
    return AgendaItem(int(number), 1, 0, number, "Zanzibar lease", exempt=exempt)


def test_without_exempt_business_nothing_is_said() -> None:
    assert words_to_exclude([an_item("01"), an_item("02")]) == ""


def test_one_item_and_one_paragraph() -> None:
    words = words_to_exclude([an_item("01"), an_item("09", "3")])
    assert "for item 09, because exempt information as defined in paragraph 3 of Part 1" in words
    assert "section 100A(4) of the Local Government Act 1972" in words
    assert "the public interest in maintaining the exemption outweighs" in words
    assert "Zanzibar" not in words


def test_several_items_share_their_paragraphs_once_each_in_order() -> None:
    words = words_to_exclude([an_item("09", "3, 1"), an_item("010", "7"), an_item("011", "3")])
    assert "for items 09, 010 and 011" in words
    assert "paragraphs 1, 3 and 7 of Part 1 of Schedule 12A" in words


def test_an_item_without_a_paragraph_is_named_all_the_same() -> None:
    words = words_to_exclude([an_item("09", "yes")])
    assert "for item 09, because exempt information as defined in Part 1 of Schedule 12A" in words


def test_what_is_confidential_is_closed_by_law_and_nothing_is_weighed() -> None:
    words = words_to_exclude([an_item("09", "confidential")])
    assert words.startswith("That under section 100A(2)")
    assert "must be excluded from the meeting for item 09, because confidential information" in words
    assert "public interest" not in words
    both = words_to_exclude([an_item("09", "3"), an_item("010", "confidential")])
    assert "for item 09, because exempt information" in both
    assert "for item 010, because confidential information" in both
