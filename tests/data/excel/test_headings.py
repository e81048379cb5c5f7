from __future__ import annotations

import pytest

from boardtool.data.excel.headings import is_word_of, likeness, match_headings, wanted_field

FIELDS = (
    wanted_field("number", "action no; no", required=True),
    wanted_field("text", "action point; action", required=True),
    wanted_field("owners", "allocated to; owner"),
)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Action No", "number"), ("ACTION\nNO.", "number"), ("Acton No", "number"), ("Action #", "number"),
        ("No.", "number"), ("Action point (agreed)", "text"), ("Actoin point", "text"),
        ("Alocated to:", "owners"),
    ],
)  # fmt: skip
def test_a_heading_is_known_however_it_is_spelt(heading: str, field: str) -> None:
    scores = likeness(heading, FIELDS)
    assert max(scores, key=lambda name: scores[name]) == field


@pytest.mark.parametrize("heading", ["", "Na", "Ownr", "Allocation", "Reaction point", "Number of actions"])
def test_another_heading_fits_nothing(heading: str) -> None:
    assert not likeness(heading, FIELDS)


def test_the_better_fit_wins_and_the_rest_are_told() -> None:
    found = match_headings({1: ("Action No",), 2: ("Action",), 3: ("Action pont",), 4: ("RAG",)}, FIELDS, {})
    assert found.columns == {"number": 1, "text": 2}
    assert found.unused == ("Action pont", "RAG")
    assert found.is_whole


def test_two_equal_fits_are_rivals() -> None:
    row = {1: ("No",), 2: ("Action",), 3: ("Owner",), 4: ("Allocated to",)}
    found = match_headings(row, FIELDS, {})
    assert found.rivals == {"owners": ("Owner", "Allocated to")}
    asked = match_headings(row, FIELDS, {"owners": "OWNER"})
    assert asked.columns["owners"] == 3


def test_what_is_missing_is_told() -> None:
    found = match_headings({1: ("No",), 2: ("Owner",)}, FIELDS, {})
    assert found.missing == ("text",)
    assert not found.is_whole


def test_a_heading_of_two_rows_is_read_both_ways() -> None:
    found = match_headings(
        {1: ("Action No", "No", "Action"), 2: ("Action point", "point", "Action")}, FIELDS, {}
    )
    assert found.columns == {"number": 1, "text": 2}


def test_only_whole_words_count_as_a_heading_again() -> None:
    assert is_word_of("ACTION NO", FIELDS)
    assert not is_word_of("Acton no", FIELDS)
    assert not is_word_of("action no" * 30, FIELDS)


def test_a_heading_at_a_pinch_serves_only_where_nothing_else_does() -> None:
    fields = (
        wanted_field("number", "item; no", required=True),
        wanted_field("subject", "subject", required=True, pinch="item"),
    )
    assert match_headings({1: ("No",), 2: ("Item",)}, fields, {}).columns == {"number": 1, "subject": 2}
    assert match_headings({1: ("Item",), 2: ("Subject",)}, fields, {}).columns == {"number": 1, "subject": 2}
    assert match_headings({1: ("Item",), 2: ("Lead",)}, fields, {}).missing == ("subject",)


def test_a_field_may_be_made_of_the_parts_that_are_there() -> None:
    fields = (
        wanted_field("name", "name", required=True, parts=("first", "last")),
        wanted_field("first", "first name"),
        wanted_field("last", "surname"),
    )
    assert match_headings({1: ("First name",), 2: ("Surname",)}, fields, {}).is_whole
    assert match_headings({1: ("First name",), 2: ("Post",)}, fields, {}).missing == ("name",)
