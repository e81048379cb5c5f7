-- Version 6: how a board's clear days are counted, and promises in minutes that need no action.
-- Frozen: a released file is never edited; the next change is 0007.sql.

ALTER TABLE board ADD COLUMN counting TEXT NOT NULL DEFAULT 'working days';

CREATE TABLE no_action_needed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    minute_id INTEGER NOT NULL REFERENCES minute (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    UNIQUE (minute_id, text)
);
