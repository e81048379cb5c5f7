"""What stands in the way of a pack, known before it is made, and told in the words of findings."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.findings import Checked, Finding, Severity
from boardtool.domain.meetings import AgendaItem, Paper
from boardtool.domain.pack.contents import closed_papers, open_papers
from boardtool.domain.pack.made import PackKind
from boardtool.domain.paper_check import PaperFinding

_OF_THE_PACK = frozenset({"R13"})
"""What is wrong with any pack; other blocking rules bind its publication."""

_UNREADABLE = frozenset({"locked", "damaged", "empty"})
"""What keeps a paper out of every pack, whatever the reason to go on."""

_NOT_ACCESSIBLE = frozenset({"untagged", "scanned"})
_NAMES_A_PAPER = "Look at the paper"
_MAKES_IT_AGAIN = "Make the pack again"


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a pack would meet.

    `stops` must be put right before it can be made; `unreadable` are papers that cannot go in, in whose place
    a page can say that they are to follow; `hidden` asks for a reason to go on (H6); `lacking` binds the day
    it is published, not the making; `inaccessible` are papers that a screen reader cannot follow (R33);
    `papers` is how many would go in.
    """

    papers: int = 0
    stops: tuple[Finding, ...] = ()
    unreadable: tuple[Finding, ...] = ()
    hidden: tuple[Finding, ...] = ()
    lacking: tuple[Finding, ...] = ()
    inaccessible: tuple[Finding, ...] = ()


def prospect(
    case: MeetingCase, checked: Checked, kind: PackKind, *, no_pdf: Collection[str] = ()
) -> Prospect:
    """What a pack of a kind would meet; `no_pdf` are digests of papers that cannot become PDF here."""
    going = list(_going_in(case, kind))
    public = kind is not PackKind.PRIVATE
    found = list(_found_in(case, going))
    stops = [each for each in checked.findings if each.rule in _OF_THE_PACK and _blocks(each)]
    if public:
        stops += _both_open_and_exempt(case)
    if kind is PackKind.SUPPLEMENT:
        stops += _nothing_to_supplement(case, going)
    return Prospect(
        papers=len(going),
        stops=tuple(stops),
        unreadable=tuple(_unreadable(going, found, no_pdf)),
        hidden=tuple(
            _of(item, "R17", f"{paper.file_name}: {each.says}")
            for item, paper, each in found
            if public and each.severity is Severity.BLOCK and each.kind not in _UNREADABLE
        ),
        lacking=tuple(each for each in checked.findings if _binds_publication(each)),
        inaccessible=tuple(
            _of(item, "R33", f"{paper.file_name}: {each.says}", Severity.WARN)
            for item, paper, each in found
            if each.kind in _NOT_ACCESSIBLE
        ),
    )


def _going_in(case: MeetingCase, kind: PackKind) -> Iterator[tuple[AgendaItem, Paper]]:
    """The papers of a pack of this kind: in a supplement those that no pack holds yet."""
    packed = frozenset[str]().union(*(pack.papers for pack in case.packs))
    for item in case.items:
        papers = item.papers if kind is PackKind.PRIVATE else open_papers(item)
        for paper in papers:
            if kind is not PackKind.SUPPLEMENT or paper.digest not in packed:
                yield item, paper


def _found_in(
    case: MeetingCase, going: list[tuple[AgendaItem, Paper]]
) -> Iterator[tuple[AgendaItem, Paper, PaperFinding]]:
    for item, paper in going:
        check = case.paper_checks.get(paper.digest)
        for finding in () if check is None else check.findings:
            yield item, paper, finding


def _unreadable(
    going: list[tuple[AgendaItem, Paper]],
    found: list[tuple[AgendaItem, Paper, PaperFinding]],
    no_pdf: Collection[str],
) -> Iterator[Finding]:
    for item, paper in going:
        if paper.digest in no_pdf:
            message = f"{paper.file_name} is not a PDF and cannot be made one here. Ask for it as PDF."
            yield _of(item, "R12", message)
    for item, paper, each in found:
        if each.kind in _UNREADABLE:
            yield _of(item, "R12", f"{paper.file_name}: {each.says}")


def _both_open_and_exempt(case: MeetingCase) -> Iterator[Finding]:
    """One file cannot be kept from the public and given to it (R17)."""
    closed = {paper.digest: item for item in case.items for paper in closed_papers(item)}
    for item in case.items:
        for paper in open_papers(item):
            if paper.digest in closed:
                there = closed[paper.digest].number
                yield _of(item, "R17", f"{paper.file_name} is open here, but exempt in item {there}.")


def _nothing_to_supplement(case: MeetingCase, going: list[tuple[AgendaItem, Paper]]) -> Iterator[Finding]:
    if not case.packs:
        message = "There is no pack yet. Make the pack first: a supplement goes on from it."
        yield Finding("R12", Severity.BLOCK, message)
    elif not going and case.packs[-1].kind is PackKind.PUBLIC:
        yield Finding("R12", Severity.BLOCK, "No paper has come since the pack was made.")


def _binds_publication(finding: Finding) -> bool:
    """What must be right on the day of publication: whatever blocks, and papers still to come."""
    if finding.rule in _OF_THE_PACK or finding.mend in {_NAMES_A_PAPER, _MAKES_IT_AGAIN}:
        return False
    return _blocks(finding) or finding.rule in {"R1", "R8"}


def _blocks(finding: Finding) -> bool:
    return finding.severity is Severity.BLOCK


def _of(item: AgendaItem, rule: str, message: str, severity: Severity = Severity.BLOCK) -> Finding:
    return Finding(rule, severity, message, item.number, _NAMES_A_PAPER, items=(item.id,))
