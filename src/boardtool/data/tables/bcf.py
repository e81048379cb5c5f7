"""The tables of the Better Care Fund: plans, their lines, versions, returns, sign-offs and benefits."""

from boardtool.data.tables.columns import day, moment, number, table, text

BCF_PLAN = table(
    "bcf_plan",
    number("board_id"),
    *map(text, ("year", "state")),
    day("due"),
    *map(number, ("out_of_hospital", "out_of_hospital_2", "adult_social_care", "adult_social_care_2")),
    *map(text, ("income_comment", "narrative", "file", "places")),
)
BCF_LINE = table(
    "bcf_line",
    *map(number, ("plan_id", "position")),
    *map(text, ("scheme_id", "name", "description", "scheme_type", "sub_type", "type_other", "objective")),
    *map(text, ("outputs", "outputs_2", "previous_outputs", "unit", "area_of_spend", "area_other")),
    *map(text, ("commissioner", "nhs_share", "la_share", "provider", "source", "new_existing")),
    *map(number, ("expenditure", "expenditure_2", "previous_expenditure")),
    *map(text, ("share_of_spend", "comment", "pooling", "lead_commissioner", "tags", "notes", "unread")),
    number("row"),
    text("officer"),
)
BCF_INCOME = table(
    "bcf_income",
    *map(number, ("plan_id", "position")),
    *map(text, ("source", "body")),
    *map(number, ("amount", "amount_2")),
    *map(text, ("comment", "unread")),
    number("row"),
)
BCF_CONDITION = table(
    "bcf_condition",
    *map(number, ("plan_id", "position")),
    *map(text, ("code", "theme", "requirement", "enquiry", "confirmed_through", "answer", "supporting")),
    *map(text, ("actions", "timeframe")),
    number("row"),
)
BCF_METRIC = table(
    "bcf_metric",
    *map(number, ("plan_id", "position")),
    *map(text, ("key", "code", "name", "unit", "direction")),
    number("multiplier"),
    *map(text, ("rationale", "local_plan")),
)
BCF_METRIC_VALUE = table(
    "bcf_metric_value",
    *map(number, ("metric_id", "position")),
    *map(text, ("period", "kind", "value", "numerator", "denominator", "cell")),
)
BCF_VERSION = table(
    "bcf_version",
    *map(number, ("plan_id", "number")),
    text("state"),
    moment("sealed_at"),
    *map(text, ("who", "note")),
    day("approved_on"),
    *map(text, ("content", "digest")),
)
BCF_TAG = table("bcf_tag", number("plan_id"), text("name"), number("printed_total"), text("printed_in"))
BCF_RETURN = table(
    "bcf_return",
    number("plan_id"),
    text("period"),
    *map(day, ("due", "sent_on")),
    *map(text, ("state", "income_comment", "spend_changed")),
    *map(number, ("spend_planned", "spend_actual")),
    *map(text, ("spend_comment", "fees_comment", "file", "places")),
    *map(number, ("pooled_planned", "pooled_actual")),
    text("unread"),
)
BCF_RETURN_ENTRY = table(
    "bcf_return_entry",
    *map(number, ("return_id", "position")),
    *map(text, ("part", "code", "label")),
    *map(number, ("planned", "actual")),
    *map(text, ("answer", "words", "more_words", "variance", "figures")),
    number("row"),
    *map(text, ("body", "unit", "cells", "unread")),
)
BCF_ACTUAL = table(
    "bcf_actual",
    *map(number, ("return_id", "line_id", "spend")),
    *map(text, ("outputs", "explanation", "issues", "unread")),
)
BCF_SIGN_OFF = table(
    "bcf_sign_off",
    *map(number, ("plan_id", "return_id", "position")),
    *map(text, ("role", "name", "authority")),
    day("signed_on"),
    number("meeting_id"),
    text("note"),
)
BCF_PROGRAMME = table("bcf_programme", number("board_id"), *map(text, ("name", "printed_in")))
BCF_BENEFIT = table(
    "bcf_benefit",
    *map(number, ("programme_id", "position")),
    *map(text, ("kind", "heading", "name")),
    number("printed_total"),
)
BCF_BENEFIT_FIGURE = table(
    "bcf_benefit_figure",
    number("benefit_id"),
    text("year"),
    *map(number, ("planned", "realised")),
    text("words"),
)
BCF_SENT_FORM = table(
    "bcf_sent_form",
    number("return_id"),
    text("officer"),
    *map(day, ("sent_on", "due_back")),
    *map(text, ("file_name", "digest", "content")),
)
