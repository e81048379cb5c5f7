"""The tables of performance: metrics, frameworks, areas, observations, targets, and what is said of them."""

from boardtool.data.tables.columns import day, figure, number, table, text, yes

METRIC = table(
    "metric",
    *map(text, ("key", "name", "short", "unit", "direction", "frequency", "statistic")),
    figure("multiplier"),
    *map(text, ("numerator", "denominator", "source", "owner", "note")),
    yes("screening"),
    *map(number, ("fix_after", "trend_length", "shift_length")),
    *map(yes, ("outside_is_near", "trends_cross_segments")),
    text("conflict"),
    *map(yes, ("moving_ranges", "over_dispersion")),
)
METRIC_DEFINITION = table(
    "metric_definition",
    number("metric_id"),
    *map(day, ("starts", "ends")),
    *map(text, ("name", "text", "numerator", "denominator", "unit", "frequency", "source", "code")),
    text("framework"),
)
METRIC_ALIAS = table("metric_alias", number("metric_id"), text("name"))
FRAMEWORK = table("framework", *map(text, ("key", "name", "source", "note")))
FRAMEWORK_METRIC = table(
    "framework_metric",
    *map(number, ("framework_id", "metric_id", "position")),
    *map(text, ("heading", "code")),
)
THREAD_NODE = table(
    "thread_node",
    *map(number, ("framework_id", "parent_id", "position")),
    *map(text, ("kind", "text")),
    number("metric_id"),
)
AREA = table("area", *map(text, ("code", "name", "kind")))
BOARD_AREA = table("board_area", *map(number, ("board_id", "area_id", "position")))
SCORECARD_METRIC = table("scorecard_metric", *map(number, ("board_id", "metric_id", "area_id", "position")))
OBSERVATION = table(
    "observation",
    *map(number, ("metric_id", "area_id")),
    *map(day, ("starts", "ends")),
    *map(figure, ("value", "numerator", "denominator", "lower", "upper")),
    *map(text, ("status", "note", "source")),
    day("received_on"),
)
METRIC_TARGET = table(
    "metric_target",
    *map(number, ("metric_id", "area_id")),
    text("kind"),
    figure("value"),
    *map(day, ("starts", "ends")),
    *map(text, ("wording", "source")),
)
METRIC_BREAK = table("metric_break", *map(number, ("metric_id", "area_id")), day("on_day"), text("reason"))
RECALCULATION = table(
    "recalculation",
    *map(number, ("metric_id", "area_id")),
    day("on_day"),
    *map(text, ("reason", "who")),
    day("decided_on"),
)
METRIC_COMMENTARY = table(
    "metric_commentary",
    *map(number, ("metric_id", "area_id")),
    *map(day, ("starts", "ends")),
    *map(text, ("text", "author")),
    day("written_on"),
)
METRIC_LINK = table("metric_link", number("metric_id"), text("kind"), number("target_id"), text("ref"))
