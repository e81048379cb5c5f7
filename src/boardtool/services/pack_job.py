"""Everything that making a pack of a meeting needs to know, asked of the library at one moment."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from boardtool import __version__
from boardtool.data import agenda, boards, cases, meetings, packs, paper_checks, people
from boardtool.data.leak_scan.secrets import Secrets, secrets_of
from boardtool.data.store import Reading
from boardtool.domain.checks.meeting import check_meeting
from boardtool.domain.checks.pack_guards import going_in
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError
from boardtool.domain.findings import Finding
from boardtool.domain.meetings import AgendaItem, Meeting, Paper
from boardtool.domain.pack.contents import Broken, Edition, PackContents, pack_contents, supplement_of
from boardtool.domain.pack.made import MadePack, PackKind
from boardtool.domain.paper_check import PaperCheck
from boardtool.services.written_papers import written_papers


@dataclass(frozen=True, slots=True)
class PackJob:
    """What a pack is made of.

    `content` is a digest of all that goes into it; `going` are the papers that do, with their items;
    `secrets` is what must not be found in anything public.
    """

    meeting: Meeting
    items: Sequence[AgendaItem]
    contents: PackContents
    kind: PackKind
    content: str
    broken: Broken
    earlier: tuple[MadePack, ...]
    findings: tuple[Finding, ...]
    checks: Mapping[str, PaperCheck]
    going: tuple[tuple[AgendaItem, Paper], ...]
    secrets: Secrets

    @property
    def public(self) -> bool:
        return self.kind is not PackKind.PRIVATE


def gathered(
    reading: Reading,
    folder: Path,
    what: str,
    audience: Audience,
    edition: Edition,
    *,
    today: date,
    broken: Broken,
    new: Iterable[PaperCheck] = (),
) -> PackJob:
    """The job of making the pack of the meeting named `what`; `new` is what was just found in its papers.

    Raises:
        CannotDoError: there is no such meeting, no agenda, or nothing to put into a supplement.
    """
    meeting = meetings.by_ref(reading, what)
    board = boards.by_id(reading, meeting.board_id)
    items = agenda.items(reading, meeting.id)
    if not items:
        raise CannotDoError(f"{meeting.ref} has no agenda yet.")
    contents = pack_contents(
        board,
        meeting,
        items,
        people.members(reading, board.id, on=meeting.date),
        written_papers(reading, meeting, today=today),
        audience=audience,
    )
    kind, packed = PackKind(audience.value), frozenset[str]()
    if edition is Edition.SUPPLEMENT:
        kind = PackKind.SUPPLEMENT
        contents, packed = _supplement(reading, meeting, contents)
    return PackJob(
        meeting=meeting,
        items=items,
        contents=contents,
        kind=kind,
        content=_digest(contents, broken),
        broken=broken,
        earlier=tuple(packs.of_meeting(reading, meeting.id)),
        findings=check_meeting(cases.of_meeting(reading, meeting.id, today=today)).findings,
        checks={
            **paper_checks.of_meeting(reading, meeting.id),
            **{check.digest: check for check in new},
        },
        going=going_in(items, kind, packed=packed),
        secrets=Secrets() if kind is PackKind.PRIVATE else secrets_of(reading, folder, board.id),
    )


def _supplement(
    reading: Reading, meeting: Meeting, contents: PackContents
) -> tuple[PackContents, frozenset[str]]:
    """What came after the pack that stands and its supplements, and what they hold."""
    standing = packs.standing(reading, meeting.id)
    if not standing:
        raise CannotDoError(
            f"{meeting.ref} has no pack yet. Make the pack first; a supplement goes on from it."
        )
    supplement, packed = _after(contents, standing)
    if not supplement.sections and standing[-1].kind is PackKind.SUPPLEMENT:
        supplement, packed = _after(contents, standing[:-1])  # nothing new: the same supplement again
    if not supplement.sections:
        raise CannotDoError(f"No paper has come since the pack of {meeting.ref} was made.")
    return supplement, packed


def _after(contents: PackContents, made: Sequence[MadePack]) -> tuple[PackContents, frozenset[str]]:
    packed = frozenset[str]().union(*(pack.papers for pack in made))
    return supplement_of(contents, packed=packed, first_page=made[-1].last_page + 1), packed


def _digest(contents: PackContents, broken: Broken) -> str:
    held = [__version__, broken, asdict(contents)]
    told = json.dumps(held, ensure_ascii=False, default=str, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
