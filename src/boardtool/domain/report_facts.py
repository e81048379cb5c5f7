"""Who stands behind the report on an item, and what it leans on (R11)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """Beside what the agenda says: `contact` reaches the contact officer; `background` is a paper a line.

    Background papers are those that the report relies on (Local Government Act 1972, s.100D); appendices are
    none.
    """

    item_id: int
    author: str = ""
    contact_officer: str = ""
    contact: str = ""
    background: str = ""
