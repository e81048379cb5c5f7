"""How a value that was sent, as it is here now and as it came back are merged."""

from enum import StrEnum


class Merged(StrEnum):
    """What a value that came back means for the one here."""

    NOTHING = "nothing"
    THEIRS = "theirs"
    CONFLICT = "conflict"


def merged(*, sent: object, ours: object, theirs: object) -> Merged:
    """Three-way merge: what only one side has changed wins; changed on both sides, alike or in conflict.

    The values are compared as they are: whoever asks cleans them first.
    """
    if theirs in (sent, ours):
        return Merged.NOTHING
    return Merged.THEIRS if ours == sent else Merged.CONFLICT
