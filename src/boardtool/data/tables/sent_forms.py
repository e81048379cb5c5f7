"""The tables of forms that went to owners, and of the library's own name for itself."""

from boardtool.data.tables.columns import day, number, table, text

LIBRARY = table("library", text("identity"))
SENT_FORM = table(
    "sent_form",
    number("board_id"),
    text("owner"),
    *map(day, ("sent_on", "due_back")),
    *map(text, ("file_name", "digest")),
)
SENT_ACTION = table(
    "sent_action",
    *map(number, ("sent_form_id", "action_id", "position")),
    *map(text, ("ref", "board", "text", "owners")),
    day("due"),
    *map(text, ("status", "progress")),
)
