"""One meeting of the sample board: its agenda with papers, who came, and what was minuted."""

import tempfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from boardtool.data import agenda, attendance, boards, meetings, minutes, paper_checks, papers, people
from boardtool.data.documents.sample_paper import sample_paper_bytes
from boardtool.data.store import Step
from boardtool.domain.agenda import appendix_letter
from boardtool.domain.boards import Mode
from boardtool.domain.meetings import Capacity, Presence
from boardtool.domain.paper_check import PaperCheck
from boardtool.domain.people import Role
from boardtool.domain.sealing import digest
from boardtool.services.meetings import expect_members

Facts = Mapping[str, Any]

_OF_THE_ITEM = (
    "number",
    "subject",
    "presenters",
    "kind",
    "purpose",
    "length",
    "pages",
    "recommendations",
    "role",
)
_OF_THE_MEETING = ("status", "published_at", "opened_at", "closed_at", "circulated_on", "approved_on")


def enter_meeting(step: Step, library: Path, board_id: int, facts: Facts, *, now: datetime) -> None:
    """Enter a meeting as its file tells it; if it was held, everybody came whom the file does not excuse."""
    board = boards.by_id(step.reading, board_id)
    meeting_id = meetings.add(
        step,
        board_id=board_id,
        day=facts["date"],
        start=facts["start"],
        place=board.usual_place,
        **_picked(facts, _OF_THE_MEETING),
    )
    for item in facts["item"]:
        values = _picked(item, _OF_THE_ITEM)
        values["recommendations"] = item.get("recommendations", "").strip()
        item_id = agenda.add(step, meeting_id, **values)
        _add_papers(step, library, item_id, item, council=board.council, now=now)
    if "opened_at" not in facts:
        expect_members(step, meetings.by_id(step.reading, meeting_id))
        return
    _record_times(step, meeting_id, closed_at=facts["closed_at"])
    _record_attendance(step, board_id, meeting_id, facts)
    _write_minutes(step, meeting_id, facts, numbered=board.mode is Mode.STATUTORY)
    if "approved_on" in facts:
        _seal(step, meeting_id)


def _picked(facts: Facts, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: facts[key] for key in keys if key in facts}


def _add_papers(step: Step, library: Path, item_id: int, item: Facts, *, council: str, now: datetime) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for place, paper in enumerate(item.get("papers", ())):
            file = Path(folder, paper["file"])
            file.write_bytes(sample_paper_bytes(title=paper["title"], council=council, pages=paper["pages"]))
            kept = papers.keep(library, file)
            # Made here, so it is known to be tagged, and nothing need be looked for in it.
            paper_checks.add(step, [PaperCheck(kept.digest, kept.pages, tagged=True)])
            agenda.add_paper(
                step,
                item_id,
                added_at=now,
                letter=appendix_letter(place),
                title=paper["title"],
                file_name=paper["file"],
                digest=kept.digest,
                size=kept.size,
                pages=kept.pages,
            )


def _record_times(step: Step, meeting_id: int, *, closed_at: datetime) -> None:
    """Every item was taken when the agenda said; the last one ended when the meeting did."""
    items = agenda.items(step.reading, meeting_id)
    midnight = closed_at.replace(hour=0, minute=0)
    starts = [midnight + _since_midnight(item.start or "00:00") for item in items]
    for item, (start, end) in zip(items, pairwise([*starts, closed_at]), strict=True):
        agenda.change(step, item.id, started_at=start, ended_at=end)


def _since_midnight(clock: str) -> timedelta:
    hours, minutes_past = clock.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes_past))


def _record_attendance(step: Step, board_id: int, meeting_id: int, facts: Facts) -> None:
    away, left = facts.get("away", {}), facts.get("left", {})
    for member in people.members(step.reading, board_id, on=facts["date"]):
        attendance.add(
            step,
            meeting_id,
            name=member.name,
            post=member.listed_as,
            person_id=member.person_id,
            chairing=member.role is Role.CHAIR,
            voting=member.voting,
            presence=Presence(away.get(member.name, Presence.PRESENT)),
            left_at=left.get(member.name),
        )
    for officer in facts.get("officers", ()):
        attendance.add(
            step,
            meeting_id,
            name=officer,
            capacity=Capacity.OFFICER,
            presence=Presence.PRESENT,
            voting=False,
        )


def _write_minutes(step: Step, meeting_id: int, facts: Facts, *, numbered: bool) -> None:
    for item, told in zip(agenda.items(step.reading, meeting_id), facts["item"], strict=True):
        minute_id = minutes.add(
            step,
            meeting_id,
            position=item.position,
            heading=item.subject,
            item_id=item.id,
            narrative=told.get("narrative", "").strip(),
            lead=told.get("lead", ""),
        )
        letters = told.get("labels") == "letters"
        for place, text in enumerate(told.get("resolutions", ())):
            label = f"{chr(ord('a') + place)})" if letters else ""
            minutes.add_resolution(step, minute_id, text=text, label=label, agreed_at=facts["closed_at"])
    if numbered:
        for minute in minutes.of_meeting(step.reading, meeting_id):
            minutes.change(step, minute.id, number=minute.number)


def _seal(step: Step, meeting_id: int) -> None:
    """Approved minutes carry the digest of what was approved (R29)."""
    seal = digest(
        meetings.by_id(step.reading, meeting_id),
        attendance.of_meeting(step.reading, meeting_id),
        minutes.of_meeting(step.reading, meeting_id),
    )
    meetings.change(step, meeting_id, digest=seal)
