"""The guards of a pack asked about a meeting's papers: those that nobody has looked into are, first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from boardtool.data import paper_checks, papers
from boardtool.data.pdf.asking import LOOKED_INTO, look_into
from boardtool.data.pdf.from_word import ENDINGS, as_pdf
from boardtool.data.store import Reading
from boardtool.domain.checks import pack_guards
from boardtool.domain.errors import CannotDoError, InputRefusedError
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.meetings import AgendaItem, Paper
from boardtool.domain.pack.contents import Broken
from boardtool.domain.pack.made import PackKind
from boardtool.domain.paper_check import PaperCheck, PaperFinding
from boardtool.domain.progress import Progress, Silent

_BATCH = 5


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
    """What is found in files, a few at a time, so that it can be cancelled between them.

    Raises:
        CancelledError: passed through from `progress`.
    """
    told = progress or Silent()
    found: list[PaperCheck] = []
    names = list(unknown)
    for first in range(0, len(names), _BATCH):
        told.report(first, len(names), "papers")
        found += look_into({digest: unknown[digest] for digest in names[first : first + _BATCH]})
    return found


def with_made_pdfs(
    folder: Path,
    going: Sequence[tuple[AgendaItem, Paper]],
    checks: Mapping[str, PaperCheck],
    progress: Progress,
) -> dict[str, PaperCheck]:
    """The checks, and what the PDFs hide that Word papers are turned into: those are what would be read (H6).

    A Word paper that cannot be turned into PDF is one that cannot go in (R12).

    Raises:
        CancelledError: passed through from `progress`, which is told of each: turning one may take a minute.
    """
    out = {paper.digest for paper, _ in pack_guards.unreadable(going, checks)}
    turned = {paper.digest: paper for _, paper in going if _is_word(paper) and paper.digest not in out}
    made: dict[str, Path] = {}
    merged = dict(checks)
    for place, (digest, paper) in enumerate(turned.items()):
        progress.report(place, len(turned), f"{paper.title} as PDF")
        try:
            kept = papers.path_of(folder, digest, Path(paper.file_name).suffix)
            made[digest] = as_pdf(kept, name=paper.title)
        except InputRefusedError as refusal:
            _add(merged, digest, PaperFinding("not turned", Severity.BLOCK, str(refusal)))
    for found in look_into(made):
        _add(merged, found.digest, *found.blocks)
    return merged


def _is_word(paper: Paper) -> bool:
    return Path(paper.file_name).suffix.lower() in ENDINGS


def _add(checks: dict[str, PaperCheck], digest: str, *findings: PaperFinding) -> None:
    known = checks.get(digest, PaperCheck(digest, None))
    checks[digest] = replace(known, findings=(*known.findings, *findings))


def refuse(
    what: str,
    items: Sequence[AgendaItem],
    going: Sequence[tuple[AgendaItem, Paper]],
    checks: Mapping[str, PaperCheck],
    kind: PackKind,
    *,
    despite: str = "",
    answered: Collection[Finding] | None = None,
    broken: Broken = Broken.STOPS,
) -> None:
    """Stop where a pack of a kind would be wrong; `what` says what becomes of it ("The pack was not made.").

    `going` are the papers that go in. `despite` is the reason why what they hide may stay there; it waives
    nothing else, and where the person was shown what it is, no more than is `answered`.

    Raises:
        AnswerableError: only what papers hide, or that they cannot be read, stops it.
        CannotDoError: a guard stops it; the sentence names every item.
    """
    stopping = list(pack_guards.stops(items, kind))
    hiding = list(pack_guards.hidden(going, checks, kind))
    waived = () if not despite else hiding if answered is None else answered
    left = [finding for finding in hiding if finding not in waived]
    unreadable = [finding for _, finding in pack_guards.unreadable(going, checks)]
    out = unreadable if broken is Broken.STOPS else []
    if not (stopping or left or out):
        return
    sentence = " ".join([what, *map(told_of, (*stopping, *left, *out))])
    if stopping:
        raise CannotDoError(sentence)
    raise pack_guards.AnswerableError(sentence, hidden=hiding, unreadable=out)


def told_of(finding: Finding) -> str:
    """A finding as a sentence that names its item."""
    return f"Item {finding.where}, {finding.message}"
