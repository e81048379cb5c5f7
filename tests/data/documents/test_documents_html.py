"""Documents as HTML: real headings, header rows, language, escaped text, nothing fetched from elsewhere."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

from boardtool.data.documents.writing import document_bytes

if TYPE_CHECKING:
    from boardtool.domain.documents import AgendaPaper, MinutesPaper

NAMES = ["agenda", "minutes", "action_log", "action_notes", "resolutions"]


@pytest.mark.parametrize("name", NAMES)
def test_headings_run_down_from_one_and_tables_have_header_rows(
    name: str, request: pytest.FixtureRequest
) -> None:
    page = html.document_fromstring(document_bytes(request.getfixturevalue(name), ".html"))
    assert page.get("lang") == "en-GB"
    assert page.findtext("head/title")
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    for table in page.iter("table"):
        heads = table.findall("thead/tr/th")
        assert heads
        assert all(head.get("scope") == "col" for head in heads)
        assert table.findtext("caption")
        assert all(len(row) == len(heads) for row in table.findall("tbody/tr"))
    assert len(list(page.iter("main"))) == 1


def test_text_that_looks_like_markup_is_text(minutes: MinutesPaper) -> None:
    page = document_bytes(minutes, ".html").decode()
    assert "&lt;b&gt;" in page
    assert "<script" not in page
    assert "<strong>twice</strong>" in page


def test_it_asks_for_no_other_file(agenda: AgendaPaper) -> None:
    page = document_bytes(agenda, ".html").decode()
    assert not re.search(r"(src|href)=|@import|url\(", page)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 counts it."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_colour_of_text_stands_out_from_its_ground(agenda: AgendaPaper) -> None:
    page = document_bytes(agenda, ".html").decode()
    colours = set(re.findall(r"[{; ]color: (#[0-9a-f]{6})", page))
    assert len(colours) >= 3
    assert all(contrast(colour, ground) >= 4.5 for colour in colours for ground in ("#ffffff", "#f4f3f5"))
