"""The fee rates of a return: what councils pay for care, in which unit, and how much more than last year."""

import re
from collections.abc import Mapping
from decimal import Decimal

FEE_FIGURES: Mapping[str, str] = {
    "reported_last_year": "As reported last year",
    "last_year": "Last year",
    "this_year": "This year",
}
"""The figures of a fee by name, with what they are called."""

UPLIFT_DECIMALS = 6

_BRACKET = re.compile(r"\(([^()]*)\)")


def unit_in(label: str) -> str:
    """The unit that a fee's label names in brackets: "£ per contact hour"; "" where it names none.

    What the bracket says beyond the unit ("following the exclusions …") is left off.
    """
    for bracket in _BRACKET.findall(label):
        unit = re.split(r",|;|\sfollowing\b", bracket)[0]
        if re.search(r"\bper\b", unit):
            return " ".join(unit.split())
    return ""


def implied_uplift(figures: Mapping[str, str]) -> Decimal | None:
    """This year's rate over last year's, as a fraction (0.095778); None where one of them is missing.

    Without a newer figure for last year the one that was reported counts.
    """
    now = figures.get("this_year")
    before = figures.get("last_year") or figures.get("reported_last_year")
    if not now or not before or not Decimal(before):
        return None
    return round(Decimal(now) / Decimal(before) - 1, UPLIFT_DECIMALS)
