"""How a finding looks: its icon and its tone, by what it says and how grave it is."""

from boardtool.domain.findings import Finding, Severity
from boardtool.ui.theme.colours import Tone

TITLES_DIFFER = "R10"
CHASE = "Chase"

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
