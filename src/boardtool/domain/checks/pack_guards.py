"""What guards a pack: what stops it whatever is said, what keeps a paper out, what a typed reason waives.

Never waived, for every page would be wrong or the public would read what it may not:
    R13  an exemption without its paragraph, which each exempt page bears: no pack of any kind.
    R17  a file that is open in one item and exempt in another: nothing for the public.
Never waived, but it stops that paper alone, in whose place a page may say that it is to follow:
    R12  a paper that cannot be read, that nobody could look into, or that cannot be made a PDF.
Waived by a reason, which goes into the history:
    H6   an open paper that hides what any reader can copy: a black box may be part of a chart.

R14 (why the public interest is better served by the exemption) warns here and blocks the publication, by the
checks of the meeting: the statement is a judgement that is often settled on the proof of the pack, and no
page prints it, so a pack without it gives nothing away. So it is with notice, deadlines and what is to follow
(R1, R7, R8): they bind the day of publication, and a pack is made before that. `publication` says what is
asked then, and what no reason waives on that day either.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from boardtool.domain.checks.exempt import NAMES_A_PAPER, open_and_exempt, unnamed_paragraphs
from boardtool.domain.errors import CannotDoError
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.meetings import AgendaItem, Paper
from boardtool.domain.pack.made import PackKind, papers_in
from boardtool.domain.paper_check import UNREADABLE, PaperCheck, PaperFinding


class AnswerableError(CannotDoError):
    """Nothing stops a pack but what a person can answer.

    To `hidden`, all that papers hide (H6), the answer is a reason; to `unreadable` (R12), to go without them.
    """

    def __init__(self, sentence: str, *, hidden: Sequence[Finding], unreadable: Sequence[Finding]) -> None:
        super().__init__(sentence)
        self.hidden = tuple(hidden)
        self.unreadable = tuple(unreadable)


def stops(items: Sequence[AgendaItem], kind: PackKind) -> Iterator[Finding]:
    """What must be put right before a pack of this kind can be made; no reason waives it (R13, R17)."""
    yield from unnamed_paragraphs(items)
    if kind is not PackKind.PRIVATE:
        yield from open_and_exempt(items)


def going_in(
    items: Sequence[AgendaItem], kind: PackKind, *, packed: Collection[str] = ()
) -> tuple[tuple[AgendaItem, Paper], ...]:
    """The papers of a pack of this kind; a supplement has those that no pack holds yet (`packed` digests)."""
    held = packed if kind is PackKind.SUPPLEMENT else ()
    return tuple(
        (item, paper) for item in items for paper in papers_in(item, kind) if paper.digest not in held
    )


def unreadable(
    going: Sequence[tuple[AgendaItem, Paper]],
    checks: Mapping[str, PaperCheck],
    *,
    no_pdf: Collection[str] = (),
) -> Iterator[tuple[Paper, Finding]]:
    """R12: papers that cannot go in, each once; `no_pdf` are digests of those that cannot become PDF here."""
    for item, paper in going:
        found = [each for each in _found_in(paper, checks) if each.kind in UNREADABLE]
        if found:
            yield paper, _of(item, "R12", f"{paper.file_name}: {found[0].says}")
        elif paper.digest in no_pdf:
            says = f"{paper.file_name} is not a PDF and cannot be made one here. Ask for it as PDF."
            yield paper, _of(item, "R12", says)


def hidden(
    going: Sequence[tuple[AgendaItem, Paper]], checks: Mapping[str, PaperCheck], kind: PackKind
) -> Iterator[Finding]:
    """H6: what papers hide from the eye but not from a program; only what the public gets is asked about."""
    if kind is PackKind.PRIVATE:
        return
    for item, paper in going:
        for each in _found_in(paper, checks):
            if each.severity is Severity.BLOCK and each.kind not in UNREADABLE:
                yield _of(item, "R17", f"{paper.file_name}: {each.says}")


def inaccessible(
    going: Sequence[tuple[AgendaItem, Paper]], checks: Mapping[str, PaperCheck]
) -> Iterator[Finding]:
    """R33: papers that a screen reader cannot follow; they are listed and stop nothing."""
    for item, paper in going:
        for each in _found_in(paper, checks):
            if each.kind in {"untagged", "scanned"}:
                yield _of(item, "R33", f"{paper.file_name}: {each.says}", Severity.WARN)


def _found_in(paper: Paper, checks: Mapping[str, PaperCheck]) -> tuple[PaperFinding, ...]:
    check = checks.get(paper.digest)
    return () if check is None else check.findings


def _of(item: AgendaItem, rule: str, message: str, severity: Severity = Severity.BLOCK) -> Finding:
    return Finding(rule, severity, message, item.number, NAMES_A_PAPER, items=(item.id,))
