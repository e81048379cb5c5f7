"""A piece of what a file says, and that a file could not be looked through."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of a file: `where` it stands for the person, and what it says, as text or as mere bytes."""

    where: str
    text: str = ""
    content: bytes = b""


class UnreadableError(Exception):
    """A file could not be looked through to the end, so nothing can be said of it."""
