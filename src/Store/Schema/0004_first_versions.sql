-- A version that was its post's first when it was stored: whoever reads arrivals need not look for others of the same post. What was stored before this
-- column is not known to be, and is looked for.

ALTER TABLE post_versions ADD COLUMN IF NOT EXISTS first Bool DEFAULT false;
