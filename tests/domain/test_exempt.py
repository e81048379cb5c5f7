"""Why something is closed to the public: paragraphs of Schedule 12A, or as confidential (R13, R15)."""

from __future__ import annotations

import pytest

from boardtool.domain.errors import CannotDoError
from boardtool.domain.exempt import closed_as, read_paragraphs, reason_of, untitled


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("3", "3"),
        ("paras 3 and 1", "1, 3"),
        ("Confidential", "confidential"),
        ("confidential information", "confidential"),
    ],
)
def test_what_is_typed_is_kept_as_paragraphs_or_as_confidential(typed: str, kept: str) -> None:
    assert read_paragraphs(typed) == kept


@pytest.mark.parametrize("typed", ["yes", "12", "0", "confidential, paragraph 3"])
def test_what_is_neither_is_refused(typed: str) -> None:
    with pytest.raises(CannotDoError):
        read_paragraphs(typed)


@pytest.mark.parametrize(
    ("exempt", "reason", "short"),
    [
        ("3", "paragraph 3 of Schedule 12A", "exempt, paragraph 3"),
        ("1, 3", "paragraphs 1, 3 of Schedule 12A", "exempt, paragraphs 1, 3"),
        (
            "confidential",
            "confidential information, section 100A(2) of the Local Government Act 1972",
            "confidential",
        ),
    ],
)
def test_a_document_names_the_reason_in_the_words_of_the_law(exempt: str, reason: str, short: str) -> None:
    assert (reason_of(exempt), closed_as(exempt)) == (reason, short)


def test_papers_of_several_reasons_name_both() -> None:
    said = reason_of("3, confidential")
    assert said.startswith("paragraph 3 of Schedule 12A; confidential information")


def test_without_a_title_for_the_public_it_says_which_it_is() -> None:
    assert (untitled("3"), untitled("confidential")) == ("Exempt item", "Confidential item")
