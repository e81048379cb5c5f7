"""How a finding looks: its icon and its tone, and whether its verb would change the library."""

from boardtool.domain.checks.notice import SEE_PUBLICATION
from boardtool.domain.findings import Finding, Severity
from boardtool.ui.theme.colours import Tone

TITLES_DIFFER = "R10"
CHASE = "Chase"
PUBLICATION = {"Say when it was published", "Check the time", SEE_PUBLICATION}
_WRITING = {*PUBLICATION, "Set quorum", "Move the meeting", "Renumber", "Make it a paper", "Set the start"}

_BY_SEVERITY = {
    Severity.BLOCK: ("octagon-x", Tone.LATE),
    Severity.WARN: ("triangle-alert", Tone.DUE),
    Severity.INFORM: ("info", Tone.FAINT),
}


def finding_look(finding: Finding) -> tuple[str, Tone]:
    """Icon and tone; a paper that is not there is red before it blocks anything."""
    if finding.rule == TITLES_DIFFER:
        return "equal-not", Tone.DUE
    if finding.severity is Severity.WARN and finding.mend == CHASE:
        return "triangle-alert", Tone.LATE
    return _BY_SEVERITY[finding.severity]


def writes(finding: Finding) -> bool:
    """Whether the finding's verb changes the library; other verbs look, ask or lead elsewhere."""
    return finding.mend in _WRITING
