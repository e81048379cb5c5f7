"""Whether the pack that was made is still what the agenda says (R12, R17)."""

from collections.abc import Iterator

from boardtool.domain.checks.case import Check, MeetingCase
from boardtool.domain.dates import clock, long_date
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.pack.made import changed_since


def outdated(case: MeetingCase) -> Iterator[Finding]:
    """H14: an item changed after the pack was made shows the pack as out of date."""
    made = case.packs[0]
    for moved in changed_since(case.packs, case.items):
        when = f"{long_date(made.made_at.date())}, {clock(f'{made.made_at:%H:%M}')}"
        yield Finding(
            "R17" if moved.exposed else "R12",
            Severity.BLOCK if moved.exposed else Severity.WARN,
            f"The pack of {when} is out of date: {moved.says[0].lower()}{moved.says[1:]}",
            moved.number,
            "Make the pack again",
            items=() if moved.item_id is None else (moved.item_id,),
        )


def _has_pack(case: MeetingCase) -> bool:
    return case.ahead and bool(case.packs)


CHECKS = (Check("R12", outdated, _has_pack, says="The pack is what the agenda says"),)
