"""The seal of approved minutes: a digest that any later change of their words would break (R29).

What lives on after approval is not sealed: an action's status, progress and owners.
"""

import hashlib
import json
from collections.abc import Sequence

from boardtool.domain.meetings import Attendance, Meeting
from boardtool.domain.minutes import Minute


def digest(meeting: Meeting, attendance: Sequence[Attendance], minutes: Sequence[Minute]) -> str:
    """SHA-256, in hexadecimal, over who was there, what was minuted and what was resolved."""
    sealed = {
        "board": meeting.board_code,
        "date": meeting.date.isoformat(),
        "attendance": [
            [
                *(person.name, person.post, person.capacity, person.presence),
                *(person.came_at, person.left_at, person.substitute_for),
            ]
            for person in attendance
        ],
        "minutes": [
            [
                minute.number,
                minute.heading,
                minute.narrative,
                minute.lead,
                [[resolution.label, resolution.text] for resolution in minute.resolutions],
                *([minute.public_summary] if minute.public_summary else []),
            ]
            for minute in minutes
        ],
    }
    text = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
