"""Reading money exactly, as pence, from what people type, and printing it."""

import re
from decimal import Decimal, InvalidOperation

from boardtool.domain.errors import CannotDoError
from boardtool.domain.text import clean_line, folded

PENCE = 100
_LARGEST = Decimal(10) ** 13  # pounds; far above any budget, well inside 64 bits of pence
_NOISE = Decimal("0.000001")  # pounds; what binary fractions leave behind (0.30000000000000004)
_NUMBER = r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)?(?P<part>\.[0-9]+)?"
_SIZE = r"(?P<size>k|thousand|m|mn|mill|million|bn|billion)?"
_FORM = re.compile(
    rf"(?:£\s?(?=\())?(?P<open>\()?\s?(?P<sign>[-+])?\s?(?:£|gbp)?\s?(?P<sign2>[-+])?\s?{_NUMBER}\s?{_SIZE}\.?"
    r"\s?(?:gbp|pounds)?\s?(?P<after>-|cr|dr)?\s?(?P<close>\))?",
    re.IGNORECASE,
)
_SIZES = {"": 1, "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "mill": 10**6, "million": 10**6}
_HEADING_THOUSANDS = re.compile(r"(?:£|gbp)\s?['\u2018\u2019]?\s?(?:000s?|k)\b|\b(?:in )?thousands\b")
_HEADING_MILLIONS = re.compile(r"(?:£|gbp)\s?(?:m|mn|million)s?\b|\b(?:in )?millions\b")
_NOUGHT = frozenset({"nil", "zero", "none"})


class MoneyRefusedError(CannotDoError):
    """A text that is no amount, or could be two; `str(error)` is the reason."""


def read_pence(text: str, *, scale: int = 1) -> int:
    """Exact pence of an amount in pounds: "£1,234.50", "(500)", "12.5k", "£1.2m", "750 CR".

    Brackets, a minus on either side and CR mean less than nothing; `scale` multiplies what is written,
    for a column headed "£000".

    Raises:
        MoneyRefusedError: no amount, groups of digits that could mean something else, or parts of a penny.
    """
    shown = clean_line(text).replace("\u2212", "-").replace("\u2013", "-")
    if folded(shown) in _NOUGHT:
        return 0
    found = _FORM.fullmatch(shown) if shown.isascii() or "£" in shown else None
    if found is None or (found["whole"] is None and found["part"] is None):
        raise MoneyRefusedError(f'"{shown}" is not an amount: write it as 1,234.50')
    signs = [found[name] for name in ("sign", "sign2") if found[name]]
    if bool(found["open"]) != bool(found["close"]) or len(signs) > 1:
        raise MoneyRefusedError(f'"{shown}" is not an amount: its brackets or signs do not match')
    size = (found["size"] or "").lower()
    pounds_written = Decimal(re.sub("[ ,]", "", found["whole"] or "0") + (found["part"] or ""))
    pence = _whole_pence(pounds_written * _SIZES.get(size, 10**9) * scale, shown)
    return -pence if _is_negative(found, signs, shown) else pence


def _is_negative(found: re.Match[str], signs: list[str], shown: str) -> bool:
    after = (found["after"] or "").lower()
    negatives = [bool(found["open"]), "-" in signs, after in {"-", "cr"}]
    if sum(negatives) > 1 or (after == "dr" and any(negatives)):
        raise MoneyRefusedError(f'"{shown}" could be more or less than nothing: write one sign')
    return any(negatives)


def _whole_pence(pounds_written: Decimal, shown: str) -> int:
    pence = pounds_written * PENCE
    if abs(pounds_written) > _LARGEST:
        raise MoneyRefusedError(f'"{shown}" is too large to be an amount here')
    if pence != pence.to_integral_value():
        raise MoneyRefusedError(f'"{shown}" has parts of a penny')
    return int(pence)


def pence_from_number(number: Decimal, *, scale: int = 1) -> int:
    """Exact pence of a spreadsheet's number of pounds; only the dust of binary fractions is rounded away.

    Raises:
        MoneyRefusedError: not a number, too large, or with parts of a penny.
    """
    pence, exact = nearest_pence(number, scale=scale)
    if not exact:
        raise MoneyRefusedError(f'"{number}" has parts of a penny')
    return pence


def nearest_pence(number: Decimal, *, scale: int = 1) -> tuple[int, bool]:
    """The nearest whole pence of a number of pounds (halves to even), and whether it was that exactly.

    Raises:
        MoneyRefusedError: not a number, or too large.
    """
    if not number.is_finite() or abs(number) > _LARGEST:
        raise MoneyRefusedError(f'"{number}" is not an amount')
    scaled = number * scale
    pence = (scaled * PENCE).to_integral_value()
    return int(pence), abs(scaled - pence / PENCE) <= _NOISE


def scale_of_heading(heading: str) -> int:
    """By how much a column's figures are to be multiplied: "£000" and "(£k)" 1,000, "£m" 1,000,000."""
    words = clean_line(heading).lower()
    if _HEADING_THOUSANDS.search(words):
        return 1000
    return 10**6 if _HEADING_MILLIONS.search(words) else 1


def read_number(text: str) -> Decimal:
    """An exact number as people type it: "1,234.5", "12%" (0.12), "(3)"; never NaN, `1_000` or other digits.

    Raises:
        MoneyRefusedError: it is no number.
    """
    shown = clean_line(text).replace("\u2212", "-")
    found = re.fullmatch(r"(-)?(\()?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(\.[0-9]+)?( ?%)?(\))?", shown)
    if found is None or not (found[3] or found[4]) or bool(found[2]) != bool(found[6]):
        raise MoneyRefusedError(f'"{shown}" is not a number')
    try:
        number = Decimal((found[3] or "0").replace(",", "") + (found[4] or ""))
    except InvalidOperation:  # pragma: no cover - the pattern lets only digits through
        raise MoneyRefusedError(f'"{shown}" is not a number') from None
    signed = -number if found[1] or found[2] else number
    return signed / 100 if found[5] else signed


def pounds(pence: int) -> str:
    """£1,234.50; less than nothing is -£1,234.50."""
    whole, rest = divmod(abs(pence), PENCE)
    return f"{'-' if pence < 0 else ''}£{whole:,}.{rest:02d}"
