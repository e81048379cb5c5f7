"""The columns of an attendance list, and what an edit of each calls."""

from boardtool.domain.dates import agenda_clock
from boardtool.domain.meetings import Attendance, Capacity, Presence
from boardtool.domain.times import read_clock
from boardtool.ui.meetings.attendance.edits import AttendanceEdits
from boardtool.ui.tables.column import Cell, ChoiceEdit, Column, Heading, Look, TextEdit
from boardtool.ui.theme.colours import Tone

PRESENCE_WORDS = {
    Presence.EXPECTED: "Expected",
    Presence.PRESENT: "In the room",
    Presence.BY_VIDEO: "By video",
    Presence.APOLOGIES: "Apologies",
    Presence.ABSENT: "Absent",
}
_LOOKS = {
    Presence.EXPECTED: ("circle-dashed", Tone.FAINT),
    Presence.PRESENT: ("circle-check", Tone.DONE),
    Presence.BY_VIDEO: ("video", Tone.DONE),
    Presence.APOLOGIES: ("circle", Tone.HELP),
    Presence.ABSENT: ("circle-x", Tone.LATE),
}
_GROUPS = {Capacity.MEMBER: "Members", Capacity.OFFICER: "Officers", Capacity.GUEST: "Guests"}


def attendance_columns(edits: AttendanceEdits) -> tuple[Column[Attendance], ...]:
    return (
        Column("name", "Name", _name, width=290, look=Look.SUBJECT),
        Column("post", "Listed as", lambda row: row.post, stretch=True, look=Look.HELP, tooltip=_post),
        Column(
            "presence",
            "Here",
            _presence,
            width=140,
            edit=ChoiceEdit(
                lambda row: row.presence.value,
                lambda _row: [(each.value, words) for each, words in PRESENCE_WORDS.items()],
                edits.presence,
            ),
        ),
        Column(
            "came",
            "Came",
            lambda row: agenda_clock(row.came_at) if row.came_at else "",
            width=72,
            edit=TextEdit(
                lambda row: agenda_clock(row.came_at) if row.came_at else "", edits.came, read=read_clock
            ),
        ),
        Column(
            "left",
            "Left",
            lambda row: agenda_clock(row.left_at) if row.left_at else "",
            width=72,
            edit=TextEdit(
                lambda row: agenda_clock(row.left_at) if row.left_at else "", edits.left, read=read_clock
            ),
        ),
        Column("vote", "Vote", _vote, width=90, look=Look.HELP, gives_way=760),
    )


def group_of(row: Attendance) -> Heading:
    return Heading(_GROUPS[row.capacity])


def _name(row: Attendance) -> Cell:
    if row.substitute_for:
        return Cell(
            f"{row.name} for {row.substitute_for}", spoken=f"{row.name}, substitute for {row.substitute_for}"
        )
    if row.chairing:
        return Cell(f"{row.name} (Chair)", spoken=f"{row.name}, chairing")
    return Cell(row.name)


def _post(row: Attendance) -> str:
    return row.post


def _presence(row: Attendance) -> Cell:
    icon, tone = _LOOKS[row.presence]
    text_tone = Tone.FAINT if row.presence is Presence.EXPECTED else Tone.TEXT
    return Cell(PRESENCE_WORDS[row.presence], icon=icon, icon_tone=tone, tone=text_tone)


def _vote(row: Attendance) -> str:
    if row.capacity is not Capacity.MEMBER:
        return ""
    return "votes" if row.voting else "no vote"
