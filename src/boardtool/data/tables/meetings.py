"""The tables of boards, people, meetings, minutes and actions."""

from boardtool.data.tables.columns import day, moment, number, table, text, yes

BOARD = table(
    "board",
    *map(text, ("code", "name", "council", "mode", "quorum_kind")),
    *map(number, ("quorum_number", "quorum_numerator", "quorum_denominator")),
    text("restart"),
    *map(number, ("first_minute_number", "item_number_width")),
    *map(text, ("usual_place", "usual_start", "proper_officer", "administrator")),
    *map(text, ("contact_phone", "contact_email", "notices")),
    *map(yes, ("duplex", "remote_counts")),
    text("counting"),
)
STANDING_ITEM = table(
    "standing_item",
    *map(number, ("board_id", "position")),
    *map(text, ("subject", "presenter", "kind", "purpose")),
    number("length"),
    text("role"),
)
ORGANISATION = table("organisation", text("name"))
PERSON = table(
    "person", *map(text, ("name", "post")), number("organisation_id"), *map(text, ("email", "phone"))
)
SEAT = table("seat", number("board_id"), *map(text, ("name", "kind")), *map(yes, ("statutory", "voting")))
MEMBERSHIP = table(
    "membership",
    *map(number, ("board_id", "person_id", "seat_id")),
    *map(text, ("listed_as", "role")),
    yes("voting"),
    *map(day, ("starts", "ends")),
    *map(number, ("substitute_for", "position")),
)
MEETING = table(
    "meeting",
    number("board_id"),
    day("date"),
    *map(text, ("start", "agenda_start", "place", "video_link", "status")),
    *map(moment, ("published_at", "opened_at", "closed_at")),
    *map(day, ("circulated_on", "approved_on")),
    *map(text, ("digest", "note", "published_although", "published_because")),
)
AGENDA_ITEM = table(
    "agenda_item",
    *map(number, ("meeting_id", "position")),
    *map(text, ("number", "subject", "public_title", "kind", "purpose", "recommendations")),
    number("length"),
    *map(text, ("pages", "exempt", "public_interest", "role", "carried_from", "outcome")),
    *map(moment, ("started_at", "ended_at")),
)
PRESENTER = table("presenter", *map(number, ("item_id", "position")), text("name"))
PAPER = table(
    "paper",
    *map(number, ("item_id", "position")),
    *map(text, ("letter", "title", "file_name", "digest")),
    *map(number, ("size", "pages")),
    yes("exempt"),
    moment("added_at"),
    *map(text, ("paragraphs", "public_interest")),
)
ATTENDANCE = table(
    "attendance",
    *map(number, ("meeting_id", "person_id", "position")),
    *map(text, ("name", "post", "capacity", "presence")),
    *map(yes, ("chairing", "voting")),
    *map(text, ("came_at", "left_at", "substitute_for")),
)
INTEREST = table(
    "interest",
    *map(number, ("meeting_id", "item_id", "attendance_id")),
    *map(text, ("name", "tier", "nature", "did")),
)
MINUTE = table(
    "minute",
    *map(number, ("meeting_id", "item_id", "position", "number")),
    *map(text, ("heading", "narrative", "lead")),
    yes("exempt"),
    text("public_summary"),
)
NO_ACTION_NEEDED = table("no_action_needed", number("minute_id"), text("text"))
RESOLUTION = table(
    "resolution",
    *map(number, ("minute_id", "position")),
    *map(text, ("label", "text")),
    moment("agreed_at"),
)
ACTION = table(
    "action",
    *map(number, ("board_id", "meeting_id", "item_id")),
    text("number"),
    day("raised_on"),
    number("ordinal"),
    text("text"),
    day("due"),
    text("status"),
    day("completed_on"),
)
ACTION_OWNER = table("action_owner", *map(number, ("action_id", "position")), text("name"))
ACTION_PROGRESS = table(
    "action_progress", number("action_id"), day("on"), *map(text, ("text", "source", "who"))
)
PHRASE = table("phrase", number("position"), *map(text, ("title", "text")))
EXCLUDED_DAY = table("excluded_day", day("day"), text("why"))
