"""What stands against recording a publication: what no reason waives, and what a typed reason does.

It is asked of the meeting as it is with that moment in it: that day is the day of the check, so the answer is
the same whenever the moment is recorded. What warns beforehand, since there is time yet, binds on that day.

Never waived, for the public would read what it may not, or could not be told why it may not read it:
    R13  an exemption without its paragraph: there is no ground yet on which it could be kept back.
    R17  a file that is open in one item and exempt in another; a pack that shows what is exempt now. The way
         out is to put it right and make the pack again, not to explain it.
Waived by a reason, which is kept with the meeting and in the history:
    R1   less than five clear days. R6 (a meeting called at short notice) has no check of its own: that it was
         is the reason typed here.
    R1   a paper that is not there: agenda and reports go out together. What is known to come later is “To
         Follow”, which the public can read; that warns (R8), and stops nothing.
    R12  page ranges that do not add up, and a pack made before the agenda changed: the public reads that one.
    R14  an exemption without its statement of the public interest.
    R17  an open paper that hides what any reader can copy, or that cannot be read: as for a pack (H6).
    R29  minutes not approved and not on this agenda: it is hardly changed once it is out.
Not asked, for it binds the meeting or its minutes and not this day: R7 (why an item that came late is urgent
is said at the meeting, and blocks its minutes), R16 (the resolution to exclude), R22 to R25 (who is there and
votes).
A working group gives no notice: R1 and R29 are not asked of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from boardtool.domain.checks import pack_guards
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.checks.meeting import check_meeting
from boardtool.domain.checks.pack import outdated
from boardtool.domain.checks.papers import missing_papers
from boardtool.domain.errors import CannotDoError
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.pack.made import PackKind

_BINDS = frozenset({"R1", "R12", "R14", "R17", "R29"})


@dataclass(frozen=True, slots=True)
class HeldUp:
    """What stands against a publication: `stops` must be put right first, `asks` wants a reason."""

    stops: tuple[Finding, ...] = ()
    asks: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stops or self.asks)


class PublicationHeldUpError(CannotDoError):
    """Something stands against a publication that was not waived; `held_up` is all of it."""

    def __init__(self, held_up: HeldUp) -> None:
        said = " ".join(map(told, (*held_up.stops, *held_up.asks)))
        way = (
            f"No reason waives {rules_of(held_up.stops)}: put that right first."
            if held_up.stops
            else "Say why it was published all the same."
        )
        super().__init__(f"The publication was not recorded. {said} {way}")
        self.held_up = held_up


def held_up(case: MeetingCase, at: datetime) -> HeldUp:
    """What stands against the record that the agenda was published at that moment."""
    then = replace(case, today=at.date(), meeting=replace(case.meeting, published_at=at))
    stops = list(dict.fromkeys((*pack_guards.stops(then.items, PackKind.PUBLIC), *_exposed(then))))
    asks = dict.fromkeys((*_blocking(then), *_due(then)))
    return HeldUp(tuple(stops), tuple(each for each in asks if each not in stops))


def _exposed(case: MeetingCase) -> Iterator[Finding]:
    """R17: the pack that stands shows what is exempt now."""
    return (finding for finding in _outdated(case) if finding.rule == "R17")


def _blocking(case: MeetingCase) -> Iterator[Finding]:
    """What blocks anyway, as far as it concerns this day."""
    for finding in check_meeting(case).findings:
        if finding.severity is Severity.BLOCK and finding.rule in _BINDS:
            yield finding


def _due(case: MeetingCase) -> Iterator[Finding]:
    """What only warned while there was time: papers and a pack that is out of date."""
    if case.ahead and case.statutory:
        yield from (replace(finding, severity=Severity.BLOCK) for finding in missing_papers(case))
    yield from (replace(finding, severity=Severity.BLOCK) for finding in _outdated(case))


def _outdated(case: MeetingCase) -> Iterator[Finding]:
    if case.ahead and case.packs:
        yield from outdated(case)


def told(finding: Finding) -> str:
    """A finding as a sentence that names its rule, and its items where it has some: "R14, item 06: …"."""
    many = "s" if "," in finding.where else ""
    where = f", item{many} {finding.where}" if finding.where else ""
    return f"{finding.rule}{where}: {finding.message}"


def rules_of(findings: Sequence[Finding]) -> str:
    """The rules of findings, each once: "R1, R14"."""
    return ", ".join(dict.fromkeys(finding.rule for finding in findings))
