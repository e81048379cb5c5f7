"""Chart settings in words: what a change of them did, for the step that records it."""

from boardtool.domain.performance.settings import Settings

_SWITCHES = (
    ("screening", "screening on", "screening off"),
    ("moving_ranges", "moving ranges shown", "moving ranges hidden"),
    ("over_dispersion", "over-dispersion allowed for in the funnel", "funnel by chance alone"),
    (
        "outside_is_near",
        "points outside count towards two of three",
        "points outside do not count towards two of three",
    ),
    ("trends_cross_segments", "trends run on over a recalculation", "trends end at a recalculation"),
)


def change_words(before: Settings, after: Settings) -> str:
    """What a change did: "screening off; limits from the first 12 points"; "" where nothing changed."""
    said = [
        on if getattr(after, name) else off
        for name, on, off in _SWITCHES
        if getattr(before, name) != getattr(after, name)
    ]
    if before.fix_after != after.fix_after:
        said.append(
            "limits from all points"
            if after.fix_after is None
            else f"limits from the first {after.fix_after} points"
        )
    if before.shift_length != after.shift_length:
        said.append(f"runs of {after.shift_length}")
    if before.trend_length != after.trend_length:
        said.append(f"trends of {after.trend_length}")
    if before.conflict is not after.conflict:
        said.append(f"where rules disagree, {after.conflict}")
    return "; ".join(said)
