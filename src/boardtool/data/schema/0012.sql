-- Version 12: what the open minutes say of an exempt minute, in its place (s.100C(2), R18).
-- Frozen: a released file is never edited; the next change is 0013.sql.

ALTER TABLE minute ADD COLUMN public_summary TEXT NOT NULL DEFAULT '';
