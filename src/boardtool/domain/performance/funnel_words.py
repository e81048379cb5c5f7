"""What a funnel says in plain English: who stands out, what that asks of a board, and by which settings."""

from boardtool.domain.performance.among_areas import FEWEST_FOR_FUNNEL, AmongAreas
from boardtool.domain.performance.funnels import Funnel, FunnelPlace, Standing
from boardtool.domain.performance.numbers import shown

STANDINGS = {
    Standing.HIGH_3: "Far above what chance explains",
    Standing.HIGH_2: "Above what chance usually brings",
    Standing.LOW_2: "Below what chance usually brings",
    Standing.LOW_3: "Far below what chance explains",
    Standing.WITHIN: "Within chance",
    Standing.NOT_APPLICABLE: "Too few events to judge",
}
_MANY = 0.5
"""More areas outside than this share, and they differ in more than this metric's chance."""


def funnel_sentence(among: AmongAreas) -> str:
    """How many areas stand outside of what chance explains, and whether one's own does."""
    if among.funnel is None:
        return f"A funnel needs {FEWEST_FOR_FUNNEL} areas or more with numerator and denominator."
    judged, outside = _judged(among.funnel), _outside(among.funnel)
    mine = next((place for place in judged if place.area == among.own.name), None)
    count = "None" if not outside else str(len(outside))
    are = "is" if len(outside) == 1 else "are"
    chance = "chance and their usual differences explain" if among.funnel.between else "chance explains"
    said = f"{count} of {len(judged)} areas {are} outside of what {chance}."
    if mine is None:
        return said
    return f"{said} {among.own.name} is {'one of them' if mine in outside else 'within it'}."


def funnel_asks(among: AmongAreas) -> str:
    """What that asks of a board: nothing within the limits; outside first the data, then the people."""
    funnel = among.funnel
    if funnel is None:
        return ""
    judged, outside = _judged(funnel), _outside(funnel)
    if not funnel.between and len(outside) > _MANY * len(judged):
        return "So many stand out that they differ in more than chance: allow for over-dispersion first."
    if any(place.area == among.own.name for place in outside):
        return "Check the data first, then who lives there, then the service."
    if all(place.area != among.own.name for place in judged):
        return ""
    return "Its place in the order is no news: nothing needs explaining."


def funnel_footer(among: AmongAreas) -> str:
    """The line under a funnel: what its curves hold, its average, and what is allowed for."""
    funnel = among.funnel
    if funnel is None:
        return ""
    said = [
        "Inner curves hold 95 of 100 areas that differ by chance alone, outer curves 998 of 1,000",
        f"average of {len(funnel.places)} areas {shown(funnel.average, among.metric.unit)}",
    ]
    if funnel.between:
        said.append(
            "curves widened for over-dispersion: areas differ by more than chance alone "
            f"(variance between areas {funnel.between:.2g})"
        )
    elif among.metric.settings.over_dispersion:
        said.append("over-dispersion allowed for, but areas differ by no more than chance alone")
    else:
        said.append("no allowance for over-dispersion")
    return "; ".join(said) + "."


def _judged(funnel: Funnel) -> list[FunnelPlace]:
    return [place for place in funnel.places if place.standing is not Standing.NOT_APPLICABLE]


def _outside(funnel: Funnel) -> list[FunnelPlace]:
    return [place for place in _judged(funnel) if place.standing is not Standing.WITHIN]
