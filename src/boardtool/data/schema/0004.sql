-- Performance: metrics and their definitions, frameworks, areas, observations, targets, and what is said of them.
-- Figures are REAL; periods are their first and last day.

CREATE TABLE metric (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    short TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    direction TEXT NOT NULL DEFAULT 'neutral',
    frequency TEXT NOT NULL DEFAULT 'monthly',
    statistic TEXT NOT NULL DEFAULT 'score',
    multiplier REAL NOT NULL DEFAULT 1,
    numerator TEXT NOT NULL DEFAULT '',
    denominator TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    screening INTEGER NOT NULL DEFAULT 1,
    fix_after INTEGER,
    trend_length INTEGER NOT NULL DEFAULT 7,
    shift_length INTEGER NOT NULL DEFAULT 7,
    outside_is_near INTEGER NOT NULL DEFAULT 0,
    trends_cross_segments INTEGER NOT NULL DEFAULT 0,
    conflict TEXT NOT NULL DEFAULT 'the first rule that fires'
);

CREATE TABLE metric_definition (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    metric_id INTEGER NOT NULL REFERENCES metric (id) ON DELETE CASCADE,
    starts TEXT,
    ends TEXT,
    name TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    numerator TEXT NOT NULL DEFAULT '',
    denominator TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    frequency TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    framework TEXT NOT NULL DEFAULT ''
);
CREATE INDEX metric_definition_metric ON metric_definition (metric_id, starts);

CREATE TABLE metric_alias (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    metric_id INTEGER NOT NULL REFERENCES metric (id) ON DELETE CASCADE,
    name TEXT NOT NULL UNIQUE
);
CREATE INDEX metric_alias_metric ON metric_alias (metric_id);

CREATE TABLE framework (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);

CREATE TABLE framework_metric (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    framework_id INTEGER NOT NULL REFERENCES framework (id) ON DELETE CASCADE,
    metric_id INTEGER NOT NULL REFERENCES metric (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    heading TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    UNIQUE (framework_id, metric_id)
);

-- The golden thread: from the outcome for people down to what one of them would say.
CREATE TABLE thread_node (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    framework_id INTEGER NOT NULL REFERENCES framework (id) ON DELETE CASCADE,
    parent_id INTEGER REFERENCES thread_node (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    metric_id INTEGER REFERENCES metric (id) ON DELETE SET NULL
);
CREATE INDEX thread_node_framework ON thread_node (framework_id, position);

CREATE TABLE area (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT ''
);
CREATE INDEX area_code ON area (code);

-- The areas that a board watches, its own first; chosen once, and remembered by every import.
CREATE TABLE board_area (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    area_id INTEGER NOT NULL REFERENCES area (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    UNIQUE (board_id, area_id)
);

-- What stands on a board's scorecard, of which area.
CREATE TABLE scorecard_metric (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    metric_id INTEGER NOT NULL REFERENCES metric (id) ON DELETE CASCADE,
    area_id INTEGER NOT NULL REFERENCES area (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    UNIQUE (board_id, metric_id, area_id)
);

CREATE TABLE observation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    metric_id INTEGER NOT NULL REFERENCES metric (id) ON DELETE CASCADE,
    area_id INTEGER NOT NULL REFERENCES area (id) ON DELETE CASCADE,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    value REAL,
    numerator REAL,
    denominator REAL,
    lower REAL,
    upper REAL,
    status TEXT NOT NULL DEFAULT 'final',
    note TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    received_on TEXT,
    UNIQUE (metric_id, area_id, starts, ends)
);

CREATE TABLE metric_target (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    metric_id INTEGER NOT NULL REFERENCES metric (id) ON DELETE CASCADE,
    area_id INTEGER REFERENCES area (id) ON DELETE CASCADE,
    kind TEXT NOT NULL DEFAULT 'target',
    value REAL NOT NULL,
    starts TEXT,
    ends TEXT,
    wording TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT ''
);
CREATE INDEX metric_target_metric ON metric_target (metric_id, starts);

CREATE TABLE metric_break (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    metric_id INTEGER NOT NULL REFERENCES metric (id) ON DELETE CASCADE,
    area_id INTEGER REFERENCES area (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX metric_break_metric ON metric_break (metric_id);

CREATE TABLE recalculation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    metric_id INTEGER NOT NULL REFERENCES metric (id) ON DELETE CASCADE,
    area_id INTEGER REFERENCES area (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    who TEXT NOT NULL,
    decided_on TEXT
);
CREATE INDEX recalculation_metric ON recalculation (metric_id);

CREATE TABLE metric_commentary (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    metric_id INTEGER NOT NULL REFERENCES metric (id) ON DELETE CASCADE,
    area_id INTEGER REFERENCES area (id) ON DELETE CASCADE,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL DEFAULT '',
    written_on TEXT
);
CREATE INDEX metric_commentary_metric ON metric_commentary (metric_id, starts);

-- What serves or discussed a metric; the row is of another noun's table, so it is named in words too.
CREATE TABLE metric_link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    metric_id INTEGER NOT NULL REFERENCES metric (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    target_id INTEGER,
    ref TEXT NOT NULL
);
CREATE INDEX metric_link_metric ON metric_link (metric_id);
