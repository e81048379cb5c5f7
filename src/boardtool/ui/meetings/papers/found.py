"""What was found in a paper on arrival, as an icon and a few words, and how each finding looks."""

from collections.abc import Sequence

from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import PaperCheck, PaperFinding
from boardtool.domain.report_shape import INCOMPLETE, LEANS, is_of_report, listed_appendices
from boardtool.ui.meetings.papers.rows import PaperRow, is_pdf
from boardtool.ui.tables.column import Cell
from boardtool.ui.theme.colours import Tone

_WORDS = {
    "locked": "password",
    "damaged": "damaged",
    "empty": "no pages",
    "not looked into": "cannot be looked into",
    "long": "very long",
    "encrypted": "encrypted",
    "untagged": "not tagged",
    "revisions": "earlier versions",
    "metadata": "names its author",
    "signed": "signed",
    "xfa": "Adobe form",
    "form": "form",
    "attachments": "attachments",
    "scripts": "runs something",
    "hidden layer": "hidden layer",
    "layers": "layers",
    "comments": "comments",
    "black box": "text under a black box",
    "size": "not A4",
    "hidden text": "hidden text",
    "tracked changes": "tracked changes",
    "white text": "white text",
    "scanned": "scan without text",
    "recognised": "scan with its text recognised",
    INCOMPLETE: "incomplete as a report",
    LEANS: "appendix as background paper",
}
_LOOKS = {
    Severity.BLOCK: ("octagon-x", Tone.LATE),
    Severity.WARN: ("triangle-alert", Tone.DUE),
    Severity.INFORM: ("info", Tone.FAINT),
}
_GRAVEST_FIRST = list(Severity)


def found_cell(row: PaperRow) -> Cell:
    """The cell that says how a paper is made, the gravest first."""
    if row.paper is None:
        return Cell()
    found_nothing = not findings_of(row)
    if not is_pdf(row.paper) and found_nothing:
        if row.turner:
            return Cell("Becomes a PDF in the pack", icon="file-text", icon_tone=Tone.FAINT)
        return Cell("Not a PDF: ask for one", icon="triangle-alert", tone=Tone.DUE)
    if row.check is None:
        return Cell("Not looked into yet", icon="circle-dashed", tone=Tone.HELP)
    said = [*(["tagged"] if row.check.tagged else []), *map(finding_words, findings_of(row))]
    words = " · ".join(dict.fromkeys(said))
    icon, tone = _look(row.check, findings_of(row))
    return Cell(f"{words[:1].upper()}{words[1:]}", icon=icon, icon_tone=tone)


def found_sentences(row: PaperRow) -> str:
    """All that was found, a line each, for the tooltip."""
    return "\n".join(each.says for each in findings_of(row))


def findings_of(row: PaperRow) -> list[PaperFinding]:
    """What was found that is worth saying, the gravest first; as reports only those of items are judged."""
    if row.check is None or row.paper is None:
        return []
    said = [
        each
        for each in row.check.findings
        if listed_appendices(each) is None and not (row.paper.letter and is_of_report(each))
    ]
    return sorted(said, key=lambda each: _GRAVEST_FIRST.index(each.severity))


def finding_words(finding: PaperFinding) -> str:
    """A finding in two or three words; of a kind that has none, the kind itself."""
    return _WORDS.get(finding.kind, finding.kind)


def finding_look(finding: PaperFinding) -> tuple[str, Tone]:
    return _LOOKS[finding.severity]


def _look(check: PaperCheck, findings: Sequence[PaperFinding]) -> tuple[str, Tone]:
    """The icon of the gravest finding; a tagged paper with nothing against it is right."""
    grave = [each for each in findings if each.severity is not Severity.INFORM]
    if grave:
        return finding_look(grave[0])
    return ("circle-check", Tone.DONE) if check.tagged else ("info", Tone.FAINT)
