"""Where one can go in the window: a page, and what is to be open on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its name ("meetings"); there a thing by its reference ("NNHWB/2022-09-06"), a tab, an id."""

    page: str
    ref: str = ""
    tab: str = ""
    id: int | None = None
