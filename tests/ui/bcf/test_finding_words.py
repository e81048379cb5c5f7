"""How a finding is put into words."""

from __future__ import annotations

import pytest

from boardtool.ui.bcf.finding_words import begun


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
def test_a_name_keeps_its_small_letter(words: str, as_begun: str) -> None:
    assert begun(words) == as_begun
