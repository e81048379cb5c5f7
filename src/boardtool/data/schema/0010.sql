-- Version 10: what a metric's charts show besides: the moving ranges beneath its figures, and in its funnel
-- limits that allow for areas differing by more than chance.

ALTER TABLE metric ADD COLUMN moving_ranges INTEGER NOT NULL DEFAULT 0;
ALTER TABLE metric ADD COLUMN over_dispersion INTEGER NOT NULL DEFAULT 0;
