-- A library as version 1 of the store left it: its schema, one board with a meeting, a minute and an action.
-- Kept as it was, so that every later version is tested on a true old file.
PRAGMA application_id = 1651663988;
PRAGMA user_version = 1;

CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    target_id INTEGER REFERENCES step (id),
    undone_by INTEGER REFERENCES step (id),
    fold TEXT
);
CREATE INDEX step_standing ON step (kind, undone_by);

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step_id INTEGER NOT NULL REFERENCES step (id),
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
);
CREATE INDEX change_step ON change (step_id);
CREATE INDEX change_row ON change (table_name, row_id);

CREATE TABLE board (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    council TEXT NOT NULL DEFAULT '',
    mode TEXT NOT NULL DEFAULT 'statutory',
    quorum_kind TEXT NOT NULL DEFAULT 'not set',
    quorum_number INTEGER NOT NULL DEFAULT 0,
    quorum_numerator INTEGER NOT NULL DEFAULT 0,
    quorum_denominator INTEGER NOT NULL DEFAULT 1,
    restart TEXT NOT NULL DEFAULT 'never',
    first_minute_number INTEGER NOT NULL DEFAULT 1,
    item_number_width INTEGER NOT NULL DEFAULT 2,
    usual_place TEXT NOT NULL DEFAULT '',
    usual_start TEXT NOT NULL DEFAULT '14:00',
    proper_officer TEXT NOT NULL DEFAULT '',
    administrator TEXT NOT NULL DEFAULT '',
    contact_phone TEXT NOT NULL DEFAULT '',
    contact_email TEXT NOT NULL DEFAULT '',
    notices TEXT NOT NULL DEFAULT '',
    duplex INTEGER NOT NULL DEFAULT 1,
    remote_counts INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE standing_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    subject TEXT NOT NULL,
    presenter TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'none',
    purpose TEXT NOT NULL DEFAULT '',
    length INTEGER NOT NULL DEFAULT 0,
    role TEXT NOT NULL DEFAULT 'plain'
);
CREATE INDEX standing_item_board ON standing_item (board_id, position);

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    post TEXT NOT NULL DEFAULT '',
    organisation_id INTEGER REFERENCES organisation (id) ON DELETE SET NULL,
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT ''
);
CREATE INDEX person_name ON person (name);

CREATE TABLE seat (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    statutory INTEGER NOT NULL DEFAULT 0,
    voting INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX seat_board ON seat (board_id);

CREATE TABLE membership (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id),
    seat_id INTEGER REFERENCES seat (id) ON DELETE SET NULL,
    listed_as TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT 'member',
    voting INTEGER NOT NULL DEFAULT 1,
    starts TEXT,
    ends TEXT,
    substitute_for INTEGER REFERENCES membership (id) ON DELETE SET NULL,
    position INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX membership_board ON membership (board_id, position);
CREATE INDEX membership_person ON membership (person_id);

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    start TEXT NOT NULL,
    agenda_start TEXT,
    place TEXT NOT NULL DEFAULT '',
    video_link TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'planned',
    published_at TEXT,
    opened_at TEXT,
    closed_at TEXT,
    circulated_on TEXT,
    approved_on TEXT,
    digest TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (board_id, date)
);
CREATE INDEX meeting_date ON meeting (date);

CREATE TABLE agenda_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number TEXT,
    subject TEXT NOT NULL,
    public_title TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'none',
    purpose TEXT NOT NULL DEFAULT '',
    recommendations TEXT NOT NULL DEFAULT '',
    length INTEGER NOT NULL DEFAULT 0,
    pages TEXT NOT NULL DEFAULT '',
    exempt TEXT NOT NULL DEFAULT '',
    public_interest TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT 'plain',
    carried_from TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '',
    started_at TEXT,
    ended_at TEXT
);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);

CREATE TABLE presenter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL
);
CREATE INDEX presenter_item ON presenter (item_id, position);

CREATE TABLE paper (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    letter TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    pages INTEGER,
    exempt INTEGER NOT NULL DEFAULT 0,
    added_at TEXT NOT NULL
);
CREATE INDEX paper_item ON paper (item_id, position);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    post TEXT NOT NULL DEFAULT '',
    capacity TEXT NOT NULL DEFAULT 'member',
    presence TEXT NOT NULL DEFAULT 'expected',
    chairing INTEGER NOT NULL DEFAULT 0,
    voting INTEGER NOT NULL DEFAULT 1,
    came_at TEXT,
    left_at TEXT,
    substitute_for TEXT NOT NULL DEFAULT ''
);
CREATE INDEX attendance_meeting ON attendance (meeting_id, position);

CREATE TABLE interest (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    item_id INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
    attendance_id INTEGER REFERENCES attendance (id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    tier TEXT NOT NULL,
    nature TEXT NOT NULL DEFAULT '',
    did TEXT NOT NULL DEFAULT ''
);
CREATE INDEX interest_meeting ON interest (meeting_id);

CREATE TABLE minute (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    item_id INTEGER UNIQUE REFERENCES agenda_item (id) ON DELETE SET NULL,
    position INTEGER NOT NULL,
    number INTEGER,
    heading TEXT NOT NULL,
    narrative TEXT NOT NULL DEFAULT '',
    lead TEXT NOT NULL DEFAULT '',
    exempt INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX minute_meeting ON minute (meeting_id, position);

CREATE TABLE resolution (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    minute_id INTEGER NOT NULL REFERENCES minute (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    agreed_at TEXT
);
CREATE INDEX resolution_minute ON resolution (minute_id, position);

CREATE TABLE action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    item_id INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
    number TEXT NOT NULL,
    raised_on TEXT,
    ordinal INTEGER,
    text TEXT NOT NULL,
    due TEXT,
    status TEXT NOT NULL DEFAULT 'open',
    completed_on TEXT,
    UNIQUE (board_id, number)
);
CREATE INDEX action_item ON action (item_id);
CREATE INDEX action_meeting ON action (meeting_id);

CREATE TABLE action_owner (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL
);
CREATE INDEX action_owner_action ON action_owner (action_id, position);

CREATE TABLE action_progress (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    "on" TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT 'you',
    who TEXT NOT NULL DEFAULT ''
);
CREATE INDEX action_progress_action ON action_progress (action_id, id);

CREATE TABLE phrase (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE excluded_day (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL UNIQUE,
    why TEXT NOT NULL
);

-- The search index: one line a row of what is worth finding; rowid = row id * 8 + a number for its kind.
CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER search_minute_added AFTER INSERT ON minute BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 8 + 1, NEW.heading || char(10) || NEW.narrative);
END;
CREATE TRIGGER search_minute_changed AFTER UPDATE ON minute BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 1;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 8 + 1, NEW.heading || char(10) || NEW.narrative);
END;
CREATE TRIGGER search_minute_removed AFTER DELETE ON minute BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 1;
END;

CREATE TRIGGER search_resolution_added AFTER INSERT ON resolution BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 8 + 2, NEW.text);
END;
CREATE TRIGGER search_resolution_changed AFTER UPDATE ON resolution BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 2;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 8 + 2, NEW.text);
END;
CREATE TRIGGER search_resolution_removed AFTER DELETE ON resolution BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 2;
END;

CREATE TRIGGER search_action_added AFTER INSERT ON action BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 8 + 3, NEW.number || char(10) || NEW.text);
END;
CREATE TRIGGER search_action_changed AFTER UPDATE ON action BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 3;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 8 + 3, NEW.number || char(10) || NEW.text);
END;
CREATE TRIGGER search_action_removed AFTER DELETE ON action BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 3;
END;

CREATE TRIGGER search_agenda_item_added AFTER INSERT ON agenda_item BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 8 + 4, NEW.subject || char(10) || NEW.recommendations);
END;
CREATE TRIGGER search_agenda_item_changed AFTER UPDATE ON agenda_item BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 4;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 8 + 4, NEW.subject || char(10) || NEW.recommendations);
END;
CREATE TRIGGER search_agenda_item_removed AFTER DELETE ON agenda_item BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 4;
END;

CREATE TRIGGER search_action_progress_added AFTER INSERT ON action_progress BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 8 + 5, NEW.text);
END;
CREATE TRIGGER search_action_progress_changed AFTER UPDATE ON action_progress BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 5;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 8 + 5, NEW.text);
END;
CREATE TRIGGER search_action_progress_removed AFTER DELETE ON action_progress BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 5;
END;

INSERT INTO "step" VALUES (1, 'Make board NNHWB', 'Cheryl Bird', '2022-08-24T16:42:00.000+00:00', 'do', NULL, NULL, NULL);
INSERT INTO "step" VALUES (2, 'Add member', 'Cheryl Bird', '2022-08-24T16:42:00.000+00:00', 'do', NULL, NULL, NULL);
INSERT INTO "step" VALUES (3, 'Plan meeting', 'Cheryl Bird', '2022-08-24T16:42:00.000+00:00', 'do', NULL, NULL, NULL);
INSERT INTO "step" VALUES (4, 'Add item', 'Cheryl Bird', '2022-08-24T16:42:00.000+00:00', 'do', NULL, NULL, NULL);
INSERT INTO "step" VALUES (5, 'Write minute', 'Cheryl Bird', '2022-08-24T16:42:00.000+00:00', 'do', NULL, NULL, NULL);
INSERT INTO "step" VALUES (6, 'Record action', 'Cheryl Bird', '2022-08-24T16:42:00.000+00:00', 'do', NULL, NULL, NULL);
INSERT INTO "step" VALUES (7, 'Add progress', 'Cheryl Bird', '2022-08-24T16:42:00.000+00:00', 'do', NULL, NULL, NULL);
INSERT INTO "change" VALUES (1, 1, 'board', 1, NULL, '{"id":1,"code":"NNHWB","name":"North Northamptonshire Health and Wellbeing Board","council":"","mode":"statutory","quorum_kind":"not set","quorum_number":0,"quorum_numerator":0,"quorum_denominator":1,"restart":"never","first_minute_number":1,"item_number_width":2,"usual_place":"The Council Chamber, Corby Cube","usual_start":"13:30","proper_officer":"","administrator":"","contact_phone":"","contact_email":"","notices":"","duplex":1,"remote_counts":0}');
INSERT INTO "change" VALUES (2, 2, 'person', 1, NULL, '{"id":1,"name":"Cllr Jon Paul Carr","post":"","organisation_id":null,"email":"","phone":""}');
INSERT INTO "change" VALUES (3, 2, 'membership', 1, NULL, '{"id":1,"board_id":1,"person_id":1,"seat_id":null,"listed_as":"","role":"member","voting":1,"starts":null,"ends":null,"substitute_for":null,"position":0}');
INSERT INTO "change" VALUES (4, 3, 'meeting', 1, NULL, '{"id":1,"board_id":1,"date":"2022-07-05","start":"13:30","agenda_start":null,"place":"The Council Chamber, Corby Cube","video_link":"","status":"planned","published_at":null,"opened_at":null,"closed_at":null,"circulated_on":null,"approved_on":null,"digest":"","note":""}');
INSERT INTO "change" VALUES (5, 3, 'agenda_item', 1, NULL, '{"id":1,"meeting_id":1,"position":0,"number":null,"subject":"Apologies","public_title":"","kind":"verbal","purpose":"","recommendations":"","length":10,"pages":"","exempt":"","public_interest":"","role":"plain","carried_from":"","outcome":"","started_at":null,"ended_at":null}');
INSERT INTO "change" VALUES (6, 3, 'presenter', 1, NULL, '{"id":1,"item_id":1,"position":0,"name":"Chair"}');
INSERT INTO "change" VALUES (7, 4, 'agenda_item', 2, NULL, '{"id":2,"meeting_id":1,"position":1,"number":null,"subject":"Disabled Facilities Grant","public_title":"","kind":"none","purpose":"","recommendations":"","length":0,"pages":"","exempt":"","public_interest":"","role":"plain","carried_from":"","outcome":"","started_at":null,"ended_at":null}');
INSERT INTO "change" VALUES (8, 4, 'presenter', 2, NULL, '{"id":2,"item_id":2,"position":0,"name":"Chair"}');
INSERT INTO "change" VALUES (9, 5, 'minute', 1, NULL, '{"id":1,"meeting_id":1,"item_id":2,"position":0,"number":null,"heading":"Disabled Facilities Grant","narrative":"It''s noted.","lead":"","exempt":0}');
INSERT INTO "change" VALUES (10, 5, 'resolution', 1, NULL, '{"id":1,"minute_id":1,"position":0,"label":"","text":"notes it","agreed_at":null}');
INSERT INTO "change" VALUES (11, 6, 'action', 1, NULL, '{"id":1,"board_id":1,"meeting_id":1,"item_id":2,"number":"050722/01","raised_on":"2022-07-05","ordinal":1,"text":"Circulate the numbers of children on the waiting list","due":"2022-09-06","status":"open","completed_on":null}');
INSERT INTO "change" VALUES (12, 6, 'action_owner', 1, NULL, '{"id":1,"action_id":1,"position":0,"name":"Amy Plank"}');
INSERT INTO "change" VALUES (13, 6, 'action_owner', 2, NULL, '{"id":2,"action_id":1,"position":1,"name":"David Watts"}');
INSERT INTO "change" VALUES (14, 7, 'action_progress', 1, NULL, '{"id":1,"action_id":1,"on":"2022-07-14","text":"Asked for the numbers","source":"you","who":"Cheryl Bird"}');
INSERT INTO "board" VALUES (1, 'NNHWB', 'North Northamptonshire Health and Wellbeing Board', '', 'statutory', 'not set', 0, 0, 1, 'never', 1, 2, 'The Council Chamber, Corby Cube', '13:30', '', '', '', '', '', 1, 0);
INSERT INTO "person" VALUES (1, 'Cllr Jon Paul Carr', '', NULL, '', '');
INSERT INTO "membership" VALUES (1, 1, 1, NULL, '', 'member', 1, NULL, NULL, NULL, 0);
INSERT INTO "meeting" VALUES (1, 1, '2022-07-05', '13:30', NULL, 'The Council Chamber, Corby Cube', '', 'planned', NULL, NULL, NULL, NULL, NULL, '', '');
INSERT INTO "agenda_item" VALUES (1, 1, 0, NULL, 'Apologies', '', 'verbal', '', '', 10, '', '', '', 'plain', '', '', NULL, NULL);
INSERT INTO "agenda_item" VALUES (2, 1, 1, NULL, 'Disabled Facilities Grant', '', 'none', '', '', 0, '', '', '', 'plain', '', '', NULL, NULL);
INSERT INTO "presenter" VALUES (1, 1, 0, 'Chair');
INSERT INTO "presenter" VALUES (2, 2, 0, 'Chair');
INSERT INTO "minute" VALUES (1, 1, 2, 0, NULL, 'Disabled Facilities Grant', 'It''s noted.', '', 0);
INSERT INTO "resolution" VALUES (1, 1, 0, '', 'notes it', NULL);
INSERT INTO "action" VALUES (1, 1, 1, 2, '050722/01', '2022-07-05', 1, 'Circulate the numbers of children on the waiting list', '2022-09-06', 'open', NULL);
INSERT INTO "action_owner" VALUES (1, 1, 0, 'Amy Plank');
INSERT INTO "action_owner" VALUES (2, 1, 1, 'David Watts');
INSERT INTO "action_progress" VALUES (1, 1, '2022-07-14', 'Asked for the numbers', 'you', 'Cheryl Bird');
