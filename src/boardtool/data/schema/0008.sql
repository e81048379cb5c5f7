-- Version 8: what an end of year return also says: the pooled fund, bodies, units,
-- where each figure stands, and what was read and is no figure.

ALTER TABLE bcf_return ADD COLUMN pooled_planned INTEGER;
ALTER TABLE bcf_return ADD COLUMN pooled_actual INTEGER;
ALTER TABLE bcf_return ADD COLUMN unread TEXT NOT NULL DEFAULT '{}';

ALTER TABLE bcf_return_entry ADD COLUMN body TEXT NOT NULL DEFAULT '';
ALTER TABLE bcf_return_entry ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE bcf_return_entry ADD COLUMN cells TEXT NOT NULL DEFAULT '{}';
ALTER TABLE bcf_return_entry ADD COLUMN unread TEXT NOT NULL DEFAULT '{}';

ALTER TABLE bcf_actual ADD COLUMN unread TEXT NOT NULL DEFAULT '{}';
