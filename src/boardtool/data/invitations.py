"""How an invitation is known again: its name, and how often its meeting changed since it was planned."""

from boardtool.data.history import of_row
from boardtool.data.meetings import by_id
from boardtool.data.sent_forms import library_identity
from boardtool.data.store import Reading

_TOLD = frozenset({"date", "start", "place", "video_link", "status"})
_PASSING = frozenset(
    {"agenda published", "in session", "minutes draft", "minutes circulated", "minutes approved"}
)


def uid(reading: Reading, meeting_id: int) -> str:
    """The same for ever, and in no other library."""
    return f"{library_identity(reading)}-{by_id(reading, meeting_id).id}@boardtool"


def sequence(reading: Reading, meeting_id: int) -> int:
    """How often something that an invitation tells was changed; undoing is a change too."""
    changes = (change for _, change in of_row(reading, "meeting", meeting_id))
    return sum(
        any(_is_told(column, value) for column, value in change.after.items())
        for change in changes
        if change.before is not None and change.after is not None
    )


def _is_told(column: str, value: object) -> bool:
    return column in _TOLD and not (column == "status" and value in _PASSING)
