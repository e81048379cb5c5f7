"""What was found in a paper when it came: how it is made, and what may give something away (H6, R33)."""

from dataclasses import dataclass

from boardtool.domain.findings import Severity
from boardtool.domain.text import listed

UNREADABLE = frozenset(
    {"locked", "damaged", "empty", "xfa", "page size", "elsewhere", "not looked into", "not turned"}
)
"""Kinds of findings that keep a paper out of every pack, whatever the reason to go on: there is nothing that
could be printed of it, or nobody can say what is in it."""


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """One thing found; `kind` is a word for programs ("hidden text"), `says` a sentence for the person.

    `pages` are counted from 1 in the paper itself; () where the whole of it is meant.
    """

    kind: str
    severity: Severity
    says: str
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """A paper as it was found; `pages` is None where they cannot be counted."""

    digest: str
    pages: int | None
    tagged: bool = False
    findings: tuple[PaperFinding, ...] = ()

    @property
    def blocks(self) -> tuple[PaperFinding, ...]:
        """What must be put right, or answered for, before anything public is made of it."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.BLOCK)


def on_pages(pages: tuple[int, ...]) -> str:
    """Pages as a sentence names them: "on page 7", "on pages 7, 9 and 12", "on 40 pages"."""
    few = 6
    if len(pages) == 1:
        return f"on page {pages[0]}"
    if len(pages) > few:
        return f"on {len(pages)} pages"
    return f"on pages {listed(map(str, pages))}"
