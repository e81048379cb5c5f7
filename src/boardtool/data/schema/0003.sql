-- The Better Care Fund: plans with their income, schemes, conditions and metrics; versions; returns; benefits.
-- Money is whole pence; shares and outputs are exact decimals as text.

CREATE TABLE bcf_plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    year TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'draft',
    due TEXT,
    out_of_hospital INTEGER,
    out_of_hospital_2 INTEGER,
    adult_social_care INTEGER,
    adult_social_care_2 INTEGER,
    income_comment TEXT NOT NULL DEFAULT '',
    narrative TEXT NOT NULL DEFAULT '',
    file TEXT NOT NULL DEFAULT '',
    places TEXT NOT NULL DEFAULT '{}',
    UNIQUE (board_id, year)
);

CREATE TABLE bcf_line (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES bcf_plan (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    scheme_id TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    scheme_type TEXT NOT NULL DEFAULT '',
    sub_type TEXT NOT NULL DEFAULT '',
    type_other TEXT NOT NULL DEFAULT '',
    objective TEXT NOT NULL DEFAULT '',
    outputs TEXT,
    outputs_2 TEXT,
    previous_outputs TEXT,
    unit TEXT NOT NULL DEFAULT '',
    area_of_spend TEXT NOT NULL DEFAULT '',
    area_other TEXT NOT NULL DEFAULT '',
    commissioner TEXT NOT NULL DEFAULT '',
    nhs_share TEXT,
    la_share TEXT,
    provider TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    new_existing TEXT NOT NULL DEFAULT '',
    expenditure INTEGER,
    expenditure_2 INTEGER,
    previous_expenditure INTEGER,
    share_of_spend TEXT,
    comment TEXT NOT NULL DEFAULT '',
    pooling TEXT NOT NULL DEFAULT '',
    lead_commissioner TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '{}',
    unread TEXT NOT NULL DEFAULT '{}',
    row INTEGER
);
CREATE INDEX bcf_line_plan ON bcf_line (plan_id, position);

CREATE TABLE bcf_income (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES bcf_plan (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    source TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    amount INTEGER,
    amount_2 INTEGER,
    comment TEXT NOT NULL DEFAULT '',
    unread TEXT NOT NULL DEFAULT '{}',
    row INTEGER
);
CREATE INDEX bcf_income_plan ON bcf_income (plan_id, position);

CREATE TABLE bcf_condition (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES bcf_plan (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    theme TEXT NOT NULL DEFAULT '',
    requirement TEXT NOT NULL DEFAULT '',
    enquiry TEXT NOT NULL DEFAULT '',
    confirmed_through TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL DEFAULT '',
    supporting TEXT NOT NULL DEFAULT '',
    actions TEXT NOT NULL DEFAULT '',
    timeframe TEXT NOT NULL DEFAULT '',
    row INTEGER
);
CREATE INDEX bcf_condition_plan ON bcf_condition (plan_id, position);

CREATE TABLE bcf_metric (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES bcf_plan (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    unit TEXT NOT NULL DEFAULT '',
    direction TEXT NOT NULL DEFAULT '',
    multiplier INTEGER NOT NULL DEFAULT 1,
    rationale TEXT NOT NULL DEFAULT '',
    local_plan TEXT NOT NULL DEFAULT ''
);
CREATE INDEX bcf_metric_plan ON bcf_metric (plan_id, position);

CREATE TABLE bcf_metric_value (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    metric_id INTEGER NOT NULL REFERENCES bcf_metric (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    period TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT,
    numerator TEXT,
    denominator TEXT,
    cell TEXT NOT NULL DEFAULT '',
    UNIQUE (metric_id, period, kind)
);

CREATE TABLE bcf_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES bcf_plan (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    sealed_at TEXT NOT NULL,
    who TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    approved_on TEXT,
    content TEXT NOT NULL,
    digest TEXT NOT NULL,
    UNIQUE (plan_id, number)
);

CREATE TABLE bcf_tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES bcf_plan (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    printed_total INTEGER,
    printed_in TEXT NOT NULL DEFAULT '',
    UNIQUE (plan_id, name)
);

CREATE TABLE bcf_return (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES bcf_plan (id) ON DELETE CASCADE,
    period TEXT NOT NULL,
    due TEXT,
    sent_on TEXT,
    state TEXT NOT NULL DEFAULT 'draft',
    income_comment TEXT NOT NULL DEFAULT '',
    spend_changed TEXT NOT NULL DEFAULT '',
    spend_planned INTEGER,
    spend_actual INTEGER,
    spend_comment TEXT NOT NULL DEFAULT '',
    fees_comment TEXT NOT NULL DEFAULT '',
    file TEXT NOT NULL DEFAULT '',
    places TEXT NOT NULL DEFAULT '{}',
    UNIQUE (plan_id, period)
);

-- One row of one of a return's tables: income, conditions, metrics, discharge fund, feedback, fees.
CREATE TABLE bcf_return_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    return_id INTEGER NOT NULL REFERENCES bcf_return (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '',
    planned INTEGER,
    actual INTEGER,
    answer TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    more_words TEXT NOT NULL DEFAULT '',
    variance TEXT NOT NULL DEFAULT '',
    figures TEXT NOT NULL DEFAULT '{}',
    row INTEGER
);
CREATE INDEX bcf_return_entry_return ON bcf_return_entry (return_id, part, position);

CREATE TABLE bcf_actual (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    return_id INTEGER NOT NULL REFERENCES bcf_return (id) ON DELETE CASCADE,
    line_id INTEGER NOT NULL REFERENCES bcf_line (id) ON DELETE CASCADE,
    spend INTEGER,
    outputs TEXT,
    explanation TEXT NOT NULL DEFAULT '',
    issues TEXT NOT NULL DEFAULT '',
    UNIQUE (return_id, line_id)
);

-- Who signed a plan, or a return of it (R34): under what authority, and which meeting ratified it.
CREATE TABLE bcf_sign_off (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES bcf_plan (id) ON DELETE CASCADE,
    return_id INTEGER REFERENCES bcf_return (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    authority TEXT NOT NULL DEFAULT '',
    signed_on TEXT,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX bcf_sign_off_plan ON bcf_sign_off (plan_id, position);

-- What a programme is to save and what it costs, by year (iCAN).
CREATE TABLE bcf_programme (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    printed_in TEXT NOT NULL DEFAULT '',
    UNIQUE (board_id, name)
);
CREATE TABLE bcf_benefit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme_id INTEGER NOT NULL REFERENCES bcf_programme (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    heading TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    printed_total INTEGER
);
CREATE INDEX bcf_benefit_programme ON bcf_benefit (programme_id, position);
CREATE TABLE bcf_benefit_figure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    benefit_id INTEGER NOT NULL REFERENCES bcf_benefit (id) ON DELETE CASCADE,
    year TEXT NOT NULL,
    planned INTEGER,
    realised INTEGER,
    words TEXT NOT NULL DEFAULT '',
    UNIQUE (benefit_id, year)
);
