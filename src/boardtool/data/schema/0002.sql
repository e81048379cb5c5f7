-- Version 2: what the library is called by itself, and which forms went to whom with what in them,
-- so that a reply can be merged three ways.
-- Frozen: a released file is never edited; the next change is 0003.sql.

CREATE TABLE library (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL UNIQUE
);
INSERT INTO library (identity) VALUES (lower(hex(randomblob(16))));

CREATE TABLE sent_form (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER REFERENCES board (id) ON DELETE SET NULL,
    owner TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    due_back TEXT NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL
);
CREATE INDEX sent_form_digest ON sent_form (digest);

CREATE TABLE sent_action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sent_form_id INTEGER NOT NULL REFERENCES sent_form (id) ON DELETE CASCADE,
    action_id INTEGER REFERENCES action (id) ON DELETE SET NULL,
    position INTEGER NOT NULL,
    ref TEXT NOT NULL,
    board TEXT NOT NULL,
    text TEXT NOT NULL,
    owners TEXT NOT NULL DEFAULT '[]',
    due TEXT,
    status TEXT NOT NULL,
    progress TEXT NOT NULL DEFAULT ''
);
CREATE INDEX sent_action_form ON sent_action (sent_form_id, position);
CREATE INDEX sent_action_action ON sent_action (action_id);
