"""Words in the order in which people look for them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.natural_order import natural


@pytest.mark.parametrize(
    "in_order",
    [
        ["1", "2", "10"],
        ["Scheme 2", "Scheme 10", "Scheme 10a"],
        ["1.2", "1.10", "2"],
        ["7", "apple"],
        ["\u00c9quipe of carers", "Equipment", "Falls"],
        ["carers", "Dementia", "equipment"],
    ],
)
def test_numbers_go_by_size_and_words_by_their_letters(in_order: list[str]) -> None:
    assert all(natural(before) < natural(after) for before, after in pairwise(in_order))


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_texts_can_be_put_in_order(texts: list[str]) -> None:
    keys = sorted(map(natural, texts))
    assert all(before <= after for before, after in pairwise(keys))


def test_what_says_nothing_has_no_key() -> None:
    assert natural(" \u2013 ") == ()
