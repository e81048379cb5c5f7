-- Version 11: why an exempt appendix of an open item is kept from the public (R14), and what stood against a
-- publication that was recorded all the same, with the reason that was typed.
-- Frozen: a released file is never edited; the next change is 0012.sql.

ALTER TABLE paper ADD COLUMN public_interest TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN published_although TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN published_because TEXT NOT NULL DEFAULT '';
