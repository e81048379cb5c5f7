"""The fee rates of a return: what councils pay for care, in which unit, and how much more than last year."""

import re
from collections.abc import Mapping
from decimal import Decimal

from boardtool.domain.money import read_number
from boardtool.domain.text import clean_line

FEE_FIGURES: Mapping[str, str] = {
    "reported_last_year": "Reported before",
    "last_year": "Last year",
    "this_year": "This year",
}
"""The figures of a fee by name, with what they are called."""

UPLIFT_DECIMALS = 6

_PAID_FOR = re.compile(
    r"\bpaid (?:to external providers )?for (?:external provider )?(.+?)(?:, calculated\b|\s*\(|$)", re.DOTALL
)
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


def fee_name(label: str) -> str:
    """What a fee is paid for, of the question that asks for it: "Home care"; else the whole question."""
    found = _PAID_FOR.search(label)
    name = " ".join((found[1] if found else label).split())
    return name[:1].upper() + name[1:]


def read_rate(text: str) -> Decimal:
    """A rate in pounds as people type it: "£21.28", "1,050".

    Raises:
        MoneyRefusedError: it is none.
    """
    return read_number(clean_line(text).removeprefix("\u00a3"))


def implied_uplift(figures: Mapping[str, str]) -> Decimal | None:
    """This year's rate over last year's, as a fraction (0.095778); None where one of them is missing.

    Without a newer figure for last year the one that was reported counts.
    """
    now = figures.get("this_year")
    before = figures.get("last_year") or figures.get("reported_last_year")
    if not now or not before or not Decimal(before):
        return None
    return round(Decimal(now) / Decimal(before) - 1, UPLIFT_DECIMALS)
