from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.text import (
    begun,
    clean_line,
    clean_text,
    folded,
    is_honorific,
    listed,
    same_words,
    shortened,
    without_honorific,
)

anything = st.text(st.characters(exclude_categories=()), max_size=60)


@given(anything)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(anything)
def test_what_was_cleaned_holds_nothing_unseen(text: str) -> None:
    for letter in clean_text(text):
        assert letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cs", "Zl", "Zp"}
    assert "\n" not in clean_line(text)
    assert "  " not in clean_line(text)


@given(anything)
def test_what_was_cleaned_can_be_stored(text: str) -> None:
    clean_text(text).encode("utf-8")


@given(anything)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("A\u00a0B", "A B"),
        ("A\u200bB", "AB"),
        ("\u202eABC\u202c", "ABC"),
        ("A\x00B\x07", "AB"),
        ("  A \t B\r\nC ", "A B C"),
        ("cafe\u0301", "café"),
        ("A\u2028B", "A B"),
    ],
)
def test_a_line_is_cleaned(typed: str, clean: str) -> None:
    assert clean_line(typed) == clean


def test_text_keeps_its_lines() -> None:
    assert clean_text("one\r\ntwo\rthree\tfour\u2028five") == "one\ntwo\nthree four\nfive"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jon Paul Carr", "Jon-Paul  CARR"),
        ("Steve O'Brien", "steve o\u2019brien"),
        ("Siân", "Sian"),
        ("Children\u2019s Trust.", "childrens trust"),
    ],
)
def test_the_same_words_typed_differently(one: str, other: str) -> None:
    assert same_words(one, other)


def test_other_words_are_not_the_same() -> None:
    assert not same_words("Jon Carr", "Joan Carr")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Cllr Jon Paul Carr", "Jon Paul Carr"),
        ("Councillor Dr. Raf Poggi", "Raf Poggi"),
        ("Assistant Chief Constable Ashley Tuckley", "Ashley Tuckley"),
        ("The Rt Hon Sir Jo Bloggs", "Jo Bloggs"),
        ("Drew Smith", "Drew Smith"),
        ("Dr", "Dr"),
    ],
)
def test_a_name_without_its_titles(name: str, bare: str) -> None:
    assert without_honorific(name) == bare


def test_titles_alone_are_known() -> None:
    assert is_honorific("Cllr")
    assert is_honorific("Councillor Dr.")
    assert not is_honorific("Dr Raf")
    assert not is_honorific("")


@pytest.mark.parametrize(
    ("words", "said"),
    [(["Ann"], "Ann"), (["Ann", "Di"], "Ann and Di"), (["7", "9", "12"], "7, 9 and 12")],
)
def test_several_are_named_as_in_a_sentence(words: list[str], said: str) -> None:
    assert listed(words) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("Short", "Short"), ("Bed days lost", "Bed days…"), ("Bed-days-lost-to-delay", "Bed-days-l…")],
)
def test_a_text_is_cut_at_a_word_where_there_is_one(text: str, said: str) -> None:
    assert shortened(text, 10) == said


@pytest.mark.parametrize(
    ("words", "as_begun"),
    [
        ("line 3, % NHS", "Line 3, % NHS"),
        ("required spend", "Required spend"),
        ("iBCF", "iBCF"),
        ("iCAN tranche 1", "iCAN tranche 1"),
        ("DFG", "DFG"),
    ],
)
def test_a_name_that_begins_a_line_keeps_its_small_letter(words: str, as_begun: str) -> None:
    assert begun(words) == as_begun
