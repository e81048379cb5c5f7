"""The journal's own two tables: steps, and the changes of each."""

from boardtool.data.tables.columns import number, table, text

STEP = table(
    "step",
    *map(text, ("label", "who", "at", "kind")),
    *map(number, ("target_id", "undone_by")),
    text("fold"),
)
CHANGE = table(
    "change", number("step_id"), text("table_name"), number("row_id"), *map(text, ("before", "after"))
)
