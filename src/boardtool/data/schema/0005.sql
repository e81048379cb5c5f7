-- Version 5: packs that were made, what was found in papers, and exempt appendices of open items.
-- Frozen: a released file is never edited; the next change is 0006.sql.

ALTER TABLE paper ADD COLUMN paragraphs TEXT NOT NULL DEFAULT '';

CREATE TABLE paper_check (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL UNIQUE,
    pages INTEGER,
    tagged INTEGER NOT NULL DEFAULT 0,
    findings TEXT NOT NULL DEFAULT '[]'
);

CREATE TABLE pack (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    made_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    content TEXT NOT NULL,
    first_page INTEGER NOT NULL,
    last_page INTEGER NOT NULL,
    items TEXT NOT NULL DEFAULT '[]',
    untagged TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX pack_meeting ON pack (meeting_id, id);
