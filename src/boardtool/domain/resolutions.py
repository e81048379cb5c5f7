"""How resolutions are labelled: as they were printed, else 1), 2) … where there is more than one."""

from collections.abc import Sequence
from dataclasses import replace

from boardtool.domain.minutes import Resolution


def labelled(resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """The resolutions of one minute with their labels; one alone has none, as in the real minutes."""
    if len(resolutions) == 1 or any(resolution.label for resolution in resolutions):
        return tuple(resolutions)
    return tuple(replace(each, label=f"{place})") for place, each in enumerate(resolutions, start=1))
