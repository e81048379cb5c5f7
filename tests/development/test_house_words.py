"""The scan for exempt matter knows the words that our own documents are made of."""

from __future__ import annotations

from development.house_words import house_words

from boardtool.data.leak_scan import secrets


def test_the_list_of_house_words_is_fresh() -> None:
    new = set(house_words()) - secrets.house_words()
    assert not new, "run `python -m development.house_words`"
