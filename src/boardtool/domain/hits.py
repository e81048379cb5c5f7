"""What a search found, whatever it was: its kind, the name it goes by, and a few words around."""

from dataclasses import dataclass
from datetime import date as day
from enum import StrEnum


class HitKind(StrEnum):
    MINUTE = "minute"
    DECISION = "decision"
    ACTION = "action"
    ITEM = "item"
    REQUEST = "request"
    PROGRESS = "progress"
    PERSON = "person"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found.

    `ref` names the meeting ("NNHWB/2022-09-06"), the action, or the person; `place` says where in it ("minute
    29", "item 08"), "" where the ref says all. `rank` counts from 1, the best first. `row` is the id of what
    was found, `meeting_id` that of its meeting.
    """

    kind: HitKind
    ref: str
    board: str
    date: day | None
    snippet: str
    rank: int = 0
    place: str = ""
    row: int = 0
    meeting_id: int | None = None

    def to_json(self) -> dict[str, object]:
        return {
            "kind": str(self.kind), "ref": self.ref, "board": self.board,
            "date": None if self.date is None else self.date.isoformat(),
            "snippet": self.snippet, "rank": self.rank, "place": self.place,
        }  # fmt: skip
