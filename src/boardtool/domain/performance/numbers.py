"""A metric's figure as people read it: "95.3 %", "624.3 per 100,000", "8.3 days"."""

from math import floor, log10

_UNITS_AFTER = {"%": "\u00a0%"}
PLACES = 1
_DIGITS = 12
_LARGE = 10_000


def shown(value: float | None, unit: str = "") -> str:
    """The figure with one decimal place; more where it would show nothing, none where whole and large."""
    if value is None:
        return "–"
    value = float(f"{value:.{_DIGITS}g}") + 0.0  # 0.1 and 0 though a sum of others came out beside them
    places = PLACES
    if value and abs(value) < 10**-PLACES:
        places = 1 - floor(log10(abs(value)))
    elif float(value).is_integer() and abs(value) >= 100:  # noqa: PLR2004 - "604 per 100,000", but "72.0 %"
        places = 0
    text = f"{value:,.{places}f}".replace("-", "\u2212")
    return text + suffix(unit)


def shown_in_column(value: float, unit: str = "") -> str:
    """The figure in little room: from 10,000 on without decimal places, its unit only where it is a sign."""
    text = shown(round(value)) if abs(value) >= _LARGE else shown(value)
    return text + (suffix(unit) if unit in _UNITS_AFTER else "")


def suffix(unit: str) -> str:
    """What stands after the figure."""
    return _UNITS_AFTER.get(unit, f" {unit}" if unit else "")
