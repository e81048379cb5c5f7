"""How an agenda counts: appendices are lettered on past Z."""

from __future__ import annotations

import pytest

from boardtool.domain.agenda import appendix_letter


@pytest.mark.parametrize(("place", "letter"), [(0, ""), (1, "A"), (26, "Z"), (27, "AA"), (53, "BA")])
def test_appendices_are_lettered_past_z(place: int, letter: str) -> None:
    assert appendix_letter(place) == letter
