-- Version 9: what comes before a meeting: requests to address it, the clearance of its reports,
-- and who stands behind each report.
-- Frozen: a released file is never edited; the next change is 0010.sql.

CREATE TABLE speaking_rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL UNIQUE REFERENCES board (id) ON DELETE CASCADE,
    clear_days INTEGER NOT NULL,
    closes_at TEXT NOT NULL,
    minutes_each INTEGER NOT NULL,
    minutes_in_all INTEGER NOT NULL
);

CREATE TABLE request_to_address (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    item_id INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL DEFAULT '',
    contact TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    received_at TEXT NOT NULL,
    route TEXT NOT NULL DEFAULT 'e-mail',
    decision TEXT NOT NULL DEFAULT 'undecided',
    decided_by TEXT NOT NULL DEFAULT '',
    decided_on TEXT,
    reason TEXT NOT NULL DEFAULT '',
    minutes INTEGER NOT NULL DEFAULT 0,
    spoke TEXT NOT NULL DEFAULT ''
);
CREATE INDEX request_to_address_meeting ON request_to_address (meeting_id, received_at);

CREATE TABLE clearance_stage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    who TEXT NOT NULL DEFAULT '',
    days INTEGER NOT NULL
);
CREATE INDEX clearance_stage_board ON clearance_stage (board_id, position);

CREATE TABLE clearance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    cleared_by TEXT NOT NULL DEFAULT '',
    cleared_on TEXT NOT NULL,
    UNIQUE (item_id, stage)
);

CREATE TABLE report_facts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL UNIQUE REFERENCES agenda_item (id) ON DELETE CASCADE,
    author TEXT NOT NULL DEFAULT '',
    contact_officer TEXT NOT NULL DEFAULT '',
    contact TEXT NOT NULL DEFAULT '',
    background TEXT NOT NULL DEFAULT ''
);

-- A request is found by who asks and about what; never by an address or a telephone number.
CREATE TRIGGER search_request_added AFTER INSERT ON request_to_address BEGIN
    INSERT INTO search (rowid, words)
    VALUES (NEW.id * 8 + 6, NEW.name || char(10) || NEW.organisation || char(10) || NEW.subject);
END;
CREATE TRIGGER search_request_changed AFTER UPDATE ON request_to_address BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 6;
    INSERT INTO search (rowid, words)
    VALUES (NEW.id * 8 + 6, NEW.name || char(10) || NEW.organisation || char(10) || NEW.subject);
END;
CREATE TRIGGER search_request_removed AFTER DELETE ON request_to_address BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 8 + 6;
END;
