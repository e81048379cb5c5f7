"""The tables of what comes before a meeting: requests to address it, clearance, and facts of reports."""

from boardtool.data.tables.columns import day, moment, number, table, text

SPEAKING_RULES = table(
    "speaking_rules",
    *map(number, ("board_id", "clear_days")),
    text("closes_at"),
    *map(number, ("minutes_each", "minutes_in_all")),
)
REQUEST_TO_ADDRESS = table(
    "request_to_address",
    *map(number, ("meeting_id", "item_id")),
    *map(text, ("name", "organisation", "contact", "subject")),
    moment("received_at"),
    *map(text, ("route", "decision", "decided_by")),
    day("decided_on"),
    text("reason"),
    number("minutes"),
    text("spoke"),
)
CLEARANCE_STAGE = table(
    "clearance_stage", *map(number, ("board_id", "position")), *map(text, ("name", "who")), number("days")
)
CLEARANCE = table("clearance", number("item_id"), *map(text, ("stage", "cleared_by")), day("cleared_on"))
REPORT_FACTS = table(
    "report_facts", number("item_id"), *map(text, ("author", "contact_officer", "contact", "background"))
)
