"""What must not be wrong in anything made of a meeting's papers: exemptions without paragraph, leaks.

Notice, deadlines and reasons (R1, R14) are checked before publication, by the checks of the meeting: a pack
is made before then.
"""

from collections.abc import Mapping, Sequence

from boardtool.domain.findings import Finding, Severity
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.pack.contents import closed_papers, open_papers
from boardtool.domain.paper_check import PaperCheck

_RULES = frozenset({"R13"})


def wrong_in_itself(findings: Sequence[Finding]) -> list[str]:
    """R13: what is exempt names its paragraph, for every page of it bears that."""
    return [
        finding.message
        for finding in findings
        if finding.rule in _RULES and finding.severity is Severity.BLOCK
    ]


def wrong_for_the_public(
    items: Sequence[AgendaItem], checks: Mapping[str, PaperCheck], *, despite: str = ""
) -> list[str]:
    """R17, H6: no file is open and exempt at once, and no open paper hides what any reader can copy.

    `despite` is the reason why what is hidden in papers may stay there.
    """
    stops = []
    closed = {paper.digest for item in items for paper in closed_papers(item)}
    for item in items:
        for paper in open_papers(item):
            if paper.digest in closed:
                stops.append(f"{paper.file_name} is open in item {item.number}, but exempt in another item.")
            check = checks.get(paper.digest)
            if check is not None and not despite:
                stops += [f"Item {item.number}, {paper.file_name}: {each.says}" for each in check.blocks]
    return stops
