"""A finding of a plan in the words of the strip: the fact, its cause, and what would mend it."""

from boardtool.domain.bcf.checks import Mend, PlanFinding
from boardtool.domain.findings import Severity
from boardtool.domain.text import begun
from boardtool.ui.bcf.open_plan import Typed, is_of_one_cell
from boardtool.ui.theme.colours import Tone

LOOK = {
    Severity.BLOCK: ("triangle-alert", Tone.LATE),
    Severity.WARN: ("triangle-alert", Tone.DUE),
    Severity.INFORM: ("info", Tone.HELP),
}


def fact_and_cause(found: PlanFinding, newest: Typed | None) -> tuple[str, str]:
    """What is wrong (“iBCF is over by £100,000.”), and why: which line, from what to what."""
    first, more, rest = found.message.partition(". ")
    fact, colon, figures = first.partition(": ")
    if more:
        return f"{fact}.", rest
    if found.source:
        return f"{fact}.", _sentence(figures)
    place = _sentence(found.where)
    if newest is not None and is_newest(found, newest):
        place = f"{place.removesuffix('.')}: {newest.before or 'empty'} \u2192 {newest.after or 'empty'}."
    whole = found.message if colon or not found.message.endswith(".") else first
    return whole, place


def is_newest(found: PlanFinding, newest: Typed) -> bool:
    """Whether a finding is about the cell that was typed last."""
    return bool(found.items) and found.items[0] == newest.line_id and found.field == newest.field


def mends_of(found: PlanFinding, newest: Typed | None) -> tuple[Mend, ...]:
    """What the finding offers, and for a cell just typed also to put back what stood there."""
    if newest is None or not is_newest(found, newest) or not is_of_one_cell(found) or found.source:
        return found.mends
    if newest.before.replace(" ", "") in {mend.text.replace(" ", "") for mend in found.mends}:
        return found.mends
    words = f"Put {newest.before} back" if newest.before else "Empty it again"
    return (Mend(words, newest.line_id, newest.field, newest.before), *found.mends)


def _sentence(words: str) -> str:
    return f"{begun(words).removesuffix('.')}." if words else ""
