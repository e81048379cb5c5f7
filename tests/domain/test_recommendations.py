"""What reports recommend, in the words in which boards resolve it."""

from __future__ import annotations

import pytest

from boardtool.domain.recommendations import as_resolutions


@pytest.mark.parametrize(
    ("recommended", "resolved"),
    [
        ("Note the progress of the strategy.", ["notes the progress of the strategy"]),
        (
            "- Approve the plan and review of costs; and\n- to note the risks.",
            ["approves the plan and review of costs", "notes the risks"],
        ),
        ("1) ratify and endorse the memorandum", ["ratifies and endorses the memorandum"]),
        (
            "The Board is recommended to:\n\na) Discuss the framework;\nb) the Chair to write to the Trust.",
            ["discusses the framework", "the Chair to write to the Trust"],
        ),
        ("It is recommended that the Board note the report", ["notes the report"]),
        ("To delegate approval to the Director.", ["delegates approval to the Director"]),
        ("The Health and Wellbeing Board is asked to support it", ["supports it"]),
        ("", []),
    ],
)
def test_a_recommendation_becomes_the_rest_of_a_resolution(recommended: str, resolved: list[str]) -> None:
    assert list(as_resolutions(recommended)) == resolved
