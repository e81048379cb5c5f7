"""Papers looked into before they are taken, and what is said of one that the reading process ended over."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from boardtool.data.pdf.apart import Wish, answers
from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import PaperCheck, PaperFinding

LOOKED_INTO = frozenset({".pdf", ".docx", ".doc", ".odt", ".rtf"})
"""Endings of papers of which something is said: of the last three, that nobody can tell what they hide."""

_CLOSED = frozenset({".doc", ".odt", ".rtf"})
TIME_LIMIT = 20.0  # seconds a file
_NOT_TOLD = PaperFinding(
    "not told",
    Severity.WARN,
    "Nobody can tell here what it hides, such as tracked changes. Look at its pages, or ask for a PDF.",
)
_STOPPED = PaperFinding(
    "not looked into",
    Severity.BLOCK,
    "It takes too long, or too much memory, to look into: it may be made to do harm. Ask for it again.",
)


def look_into(files: Mapping[str, Path], *, timeout_s: float = TIME_LIMIT) -> list[PaperCheck]:
    """What is found in PDFs and Word papers, named by their digests; others are not looked into."""
    wanted = {digest: path for digest, path in files.items() if path.suffix.lower() in LOOKED_INTO}
    closed = {digest for digest, path in wanted.items() if path.suffix.lower() in _CLOSED}
    found = [PaperCheck(digest, None, findings=(_NOT_TOLD,)) for digest in wanted if digest in closed]
    left = [(digest, path) for digest, path in wanted.items() if digest not in closed]
    while left:
        answered = answers(Wish.FINDINGS, [path for _, path in left], timeout_s)
        found += [_check(digest, told) for (digest, _), told in zip(left, answered, strict=False)]
        left = left[len(answered) :]
        if left:  # the process ended over the next one
            found.append(PaperCheck(left[0][0], None, findings=(_STOPPED,)))
            left = left[1:]
    return found


def _check(digest: str, told: Sequence[Any]) -> PaperCheck:
    pages, tagged, findings = told
    return PaperCheck(
        digest,
        pages,
        tagged,
        tuple(
            PaperFinding(kind, Severity(severity), says, tuple(on)) for kind, severity, says, on in findings
        ),
    )
