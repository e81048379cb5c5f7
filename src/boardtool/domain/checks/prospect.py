"""What a pack would meet, known before it is made: what its guards find, by what can be done about it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from boardtool.domain.checks import pack_guards
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.checks.exempt import NAMES_A_PAPER
from boardtool.domain.findings import Checked, Finding, Severity
from boardtool.domain.pack.made import MadePack, PackKind, changed_since

_MAKES_IT_AGAIN = "Make the pack again"
_OF_THE_PACK = "R13"
_ON_THE_DAY = frozenset({"R1", "R8"})  # papers still to come, which bind the day of publication


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
    packed = _packed_before(case.packs)
    going = pack_guards.going_in(case.items, kind, packed=packed)
    stops = [*pack_guards.stops(case.items, kind)]
    if kind is PackKind.SUPPLEMENT:
        stops += _nothing_to_supplement(case, going)
    if kind is PackKind.SUPPLEMENT and not going and not stops:  # the last supplement is made again
        going = pack_guards.going_in(case.items, kind, packed=_packed_before(case.packs[:-1]))
    return Prospect(
        papers=len(going),
        stops=tuple(stops),
        unreadable=tuple(
            finding for _, finding in pack_guards.unreadable(going, case.paper_checks, no_pdf=no_pdf)
        ),
        hidden=tuple(pack_guards.hidden(going, case.paper_checks, kind)),
        lacking=tuple(each for each in checked.findings if _binds_publication(each)),
        inaccessible=tuple(pack_guards.inaccessible(going, case.paper_checks)),
    )


def _packed_before(packs: Sequence[MadePack]) -> frozenset[str]:
    return frozenset[str]().union(*(pack.papers for pack in packs))


def _nothing_to_supplement(case: MeetingCase, new: Sequence[object]) -> Iterator[Finding]:
    """Why there is nothing to put into a supplement; the one made last may have to be made again."""
    if not case.packs:
        message = "There is no pack yet. Make the pack first: a supplement goes on from it."
    elif new:
        return
    elif case.packs[-1].kind is PackKind.PUBLIC:
        message = "No paper has come since the pack was made."
    elif not changed_since(case.packs, case.items):
        message = "No paper has come since the last supplement was made, and it is what the agenda says."
    else:
        return
    yield Finding("R12", Severity.BLOCK, message)


def _binds_publication(finding: Finding) -> bool:
    """What must be right on the day of publication: whatever blocks, and papers still to come."""
    if finding.rule == _OF_THE_PACK or finding.mend in {NAMES_A_PAPER, _MAKES_IT_AGAIN}:
        return False
    return finding.severity is Severity.BLOCK or finding.rule in _ON_THE_DAY
