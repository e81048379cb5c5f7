"""The guards of a pack asked about a meeting's papers: those that nobody has looked into are, first."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from boardtool.data import paper_checks, papers
from boardtool.data.pdf.asking import LOOKED_INTO, look_into
from boardtool.data.pdf.from_word import ENDINGS, as_pdf
from boardtool.data.store import Reading
from boardtool.domain.checks import pack_guards
from boardtool.domain.errors import CannotDoError, InputRefusedError
from boardtool.domain.findings import Finding
from boardtool.domain.meetings import AgendaItem, Paper
from boardtool.domain.pack.made import PackKind
from boardtool.domain.paper_check import PaperCheck
from boardtool.domain.progress import Progress, Silent

_BATCH = 5


def look_into_unknown(
    reading: Reading, folder: Path, items: Sequence[AgendaItem], progress: Progress | None = None
) -> list[PaperCheck]:
    """What is found in those papers of items that nobody has looked into; the library is in `folder`.

    Raises:
        CancelledError: passed through from `progress`.
    """
    return look_into_files(unknown_papers(reading, folder, items), progress)


def unknown_papers(reading: Reading, folder: Path, items: Sequence[AgendaItem]) -> dict[str, Path]:
    """Where the papers lie that could be looked into and were not, by their digest."""
    lying = {
        paper.digest: papers.path_of(folder, paper.digest, Path(paper.file_name).suffix)
        for item in items
        for paper in item.papers
        if Path(paper.file_name).suffix.lower() in LOOKED_INTO
    }
    new = paper_checks.unknown(reading, lying)
    return {digest: path for digest, path in lying.items() if digest in new and path.is_file()}


def look_into_files(unknown: dict[str, Path], progress: Progress | None = None) -> list[PaperCheck]:
    """What is found in files, a few at a time, so that it can be cancelled between them."""
    told = progress or Silent()
    found: list[PaperCheck] = []
    names = list(unknown)
    for first in range(0, len(names), _BATCH):
        told.report(first, len(names), "papers")
        found += look_into({digest: unknown[digest] for digest in names[first : first + _BATCH]})
    return found


def with_made_pdfs(
    folder: Path, going: Sequence[tuple[AgendaItem, Paper]], checks: Mapping[str, PaperCheck]
) -> dict[str, PaperCheck]:
    """The checks, and what the PDFs hide that Word papers are turned into: those are what would be read (H6).

    A Word paper that cannot be turned into PDF is left to whoever prints it, and says so.
    """
    out = {paper.digest for paper, _ in pack_guards.unreadable(going, checks)}
    made: dict[str, Path] = {}
    for _, paper in going:
        ending = Path(paper.file_name).suffix
        if ending.lower() in ENDINGS and paper.digest not in out:
            with suppress(InputRefusedError):
                made[paper.digest] = as_pdf(papers.path_of(folder, paper.digest, ending), name=paper.title)
    merged = dict(checks)
    for found in look_into(made):
        known = checks.get(found.digest, PaperCheck(found.digest, None))
        merged[found.digest] = replace(known, findings=(*known.findings, *found.blocks))
    return merged


def refuse(
    what: str,
    items: Sequence[AgendaItem],
    going: Sequence[tuple[AgendaItem, Paper]],
    checks: Mapping[str, PaperCheck],
    kind: PackKind,
    *,
    despite: str = "",
) -> None:
    """Stop where a pack of a kind would be wrong; `what` says what becomes of it ("The pack was not made.").

    `going` are the papers that go in. `despite` is the reason why what they hide may stay there; it waives
    nothing else.

    Raises:
        CannotDoError: a guard stops it; the sentence names every item.
    """
    found = list(pack_guards.stops(items, kind))
    if not despite:
        found += pack_guards.hidden(going, checks, kind)
    if found:
        raise CannotDoError(" ".join([what, *map(told_of, found)]))


def told_of(finding: Finding) -> str:
    """A finding as a sentence that names its item."""
    return f"Item {finding.where}, {finding.message}"
