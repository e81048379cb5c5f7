"""What was found in the papers of the library, by the digest of each."""

import json
from collections.abc import Iterable

from sqlalchemy import Row, select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import AGENDA_ITEM, PAPER, PAPER_CHECK
from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import PaperCheck, PaperFinding


def of_meeting(reading: Reading, meeting_id: int) -> dict[str, PaperCheck]:
    """Digest → what was found, for the papers of a meeting that were checked."""
    held = (
        select(PAPER.c.digest)
        .join(AGENDA_ITEM, AGENDA_ITEM.c.id == PAPER.c.item_id)
        .where(AGENDA_ITEM.c.meeting_id == meeting_id)
    )
    found = reading.execute(select(PAPER_CHECK).where(PAPER_CHECK.c.digest.in_(held)))
    return {row.digest: _check(row) for row in found}


def unknown(reading: Reading, digests: Iterable[str]) -> set[str]:
    """Those of the digests that were never checked."""
    wanted = set(digests)
    known = select(PAPER_CHECK.c.digest).where(PAPER_CHECK.c.digest.in_(wanted))
    return wanted - set(reading.execute(known).scalars())


def add(step: Step, checks: Iterable[PaperCheck]) -> None:
    """Keep what was found in papers that were not checked yet."""
    new = {check.digest: check for check in checks}
    for digest in sorted(unknown(step.reading, new)):
        check = new[digest]
        rows.add(
            step,
            PAPER_CHECK,
            digest=digest,
            pages=check.pages,
            tagged=check.tagged,
            findings=json.dumps(
                [[f.kind, f.severity, f.says, f.pages] for f in check.findings], ensure_ascii=False
            ),
        )


def _check(row: Row[tuple[object, ...]]) -> PaperCheck:
    findings = tuple(
        PaperFinding(kind, Severity(severity), says, tuple(pages))
        for kind, severity, says, pages in json.loads(row.findings)
    )
    return PaperCheck(row.digest, row.pages, row.tagged, findings)
