"""The tables of the store as SQLAlchemy sees them; the frozen SQL in schema/ is what makes them.

A test holds the two equal column by column.
"""

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, MetaData, String, Table

METADATA = MetaData()


def _table(name: str, *columns: Column[object]) -> Table:
    return Table(name, METADATA, Column("id", Integer, primary_key=True), *columns)


def _text(name: str) -> Column[object]:
    return Column(name, String)


def _number(name: str) -> Column[object]:
    return Column(name, Integer)


def _yes(name: str) -> Column[object]:
    return Column(name, Boolean)


def _day(name: str) -> Column[object]:
    return Column(name, Date)


def _moment(name: str) -> Column[object]:
    return Column(name, DateTime)


STEP = _table(
    "step",
    *map(_text, ("label", "who", "at", "kind")),
    *map(_number, ("target_id", "undone_by")),
    _text("fold"),
)
CHANGE = _table(
    "change", _number("step_id"), _text("table_name"), _number("row_id"), *map(_text, ("before", "after"))
)

BOARD = _table(
    "board",
    *map(_text, ("code", "name", "council", "mode", "quorum_kind")),
    *map(_number, ("quorum_number", "quorum_numerator", "quorum_denominator")),
    _text("restart"),
    *map(_number, ("first_minute_number", "item_number_width")),
    *map(_text, ("usual_place", "usual_start", "proper_officer", "administrator")),
    *map(_text, ("contact_phone", "contact_email", "notices")),
    *map(_yes, ("duplex", "remote_counts")),
)
STANDING_ITEM = _table(
    "standing_item",
    *map(_number, ("board_id", "position")),
    *map(_text, ("subject", "presenter", "kind", "purpose")),
    _number("length"),
    _text("role"),
)
ORGANISATION = _table("organisation", _text("name"))
PERSON = _table(
    "person", *map(_text, ("name", "post")), _number("organisation_id"), *map(_text, ("email", "phone"))
)
SEAT = _table("seat", _number("board_id"), *map(_text, ("name", "kind")), *map(_yes, ("statutory", "voting")))
MEMBERSHIP = _table(
    "membership",
    *map(_number, ("board_id", "person_id", "seat_id")),
    *map(_text, ("listed_as", "role")),
    _yes("voting"),
    *map(_day, ("starts", "ends")),
    *map(_number, ("substitute_for", "position")),
)
MEETING = _table(
    "meeting",
    _number("board_id"),
    _day("date"),
    *map(_text, ("start", "agenda_start", "place", "video_link", "status")),
    *map(_moment, ("published_at", "opened_at", "closed_at")),
    *map(_day, ("circulated_on", "approved_on")),
    *map(_text, ("digest", "note")),
)
AGENDA_ITEM = _table(
    "agenda_item",
    *map(_number, ("meeting_id", "position")),
    *map(_text, ("number", "subject", "public_title", "kind", "purpose", "recommendations")),
    _number("length"),
    *map(_text, ("pages", "exempt", "public_interest", "role", "carried_from", "outcome")),
    *map(_moment, ("started_at", "ended_at")),
)
PRESENTER = _table("presenter", *map(_number, ("item_id", "position")), _text("name"))
PAPER = _table(
    "paper",
    *map(_number, ("item_id", "position")),
    *map(_text, ("letter", "title", "file_name", "digest")),
    *map(_number, ("size", "pages")),
    _yes("exempt"),
    _moment("added_at"),
)
ATTENDANCE = _table(
    "attendance",
    *map(_number, ("meeting_id", "person_id", "position")),
    *map(_text, ("name", "post", "capacity", "presence")),
    *map(_yes, ("chairing", "voting")),
    *map(_text, ("came_at", "left_at", "substitute_for")),
)
INTEREST = _table(
    "interest",
    *map(_number, ("meeting_id", "item_id", "attendance_id")),
    *map(_text, ("name", "tier", "nature", "did")),
)
MINUTE = _table(
    "minute",
    *map(_number, ("meeting_id", "item_id", "position", "number")),
    *map(_text, ("heading", "narrative", "lead")),
    _yes("exempt"),
)
RESOLUTION = _table(
    "resolution",
    *map(_number, ("minute_id", "position")),
    *map(_text, ("label", "text")),
    _moment("agreed_at"),
)
ACTION = _table(
    "action",
    *map(_number, ("board_id", "meeting_id", "item_id")),
    _text("number"),
    _day("raised_on"),
    _number("ordinal"),
    _text("text"),
    _day("due"),
    _text("status"),
    _day("completed_on"),
)
ACTION_OWNER = _table("action_owner", *map(_number, ("action_id", "position")), _text("name"))
ACTION_PROGRESS = _table(
    "action_progress", _number("action_id"), _day("on"), *map(_text, ("text", "source", "who"))
)
PHRASE = _table("phrase", _number("position"), *map(_text, ("title", "text")))
EXCLUDED_DAY = _table("excluded_day", _day("day"), _text("why"))

JOURNALLED = tuple(table for table in METADATA.sorted_tables if table not in {STEP, CHANGE})
