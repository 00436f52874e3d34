-- What each customer was promised, and the work on them. `terms` is the version of calendars and targets in force when they wrote, 0 before any was; what is
-- counted by a calendar is the working time since its beginning, so that a difference of two is the working time between. Absent where there is no calendar.

ALTER TABLE waits
  ADD COLUMN IF NOT EXISTS terms UInt32,
  ADD COLUMN IF NOT EXISTS target LowCardinality(String),
  ADD COLUMN IF NOT EXISTS calendar LowCardinality(String),
  ADD COLUMN IF NOT EXISTS opened_worked Nullable(Int64),
  ADD COLUMN IF NOT EXISTS closed_worked Nullable(Int64),
  ADD COLUMN IF NOT EXISTS censored_worked Nullable(Int64),
  ADD COLUMN IF NOT EXISTS due_at Nullable(DateTime64(3, 'UTC')),
  ADD COLUMN IF NOT EXISTS resolve_due_at Nullable(DateTime64(3, 'UTC')),
  -- Four arrays of one length, on the wait that began a turn: when, WorkActKind by name, which agent, to whom.
  ADD COLUMN IF NOT EXISTS act_at Array(DateTime64(3, 'UTC')),
  ADD COLUMN IF NOT EXISTS act_kind Array(LowCardinality(String)),
  ADD COLUMN IF NOT EXISTS act_by Array(String),
  ADD COLUMN IF NOT EXISTS act_to Array(String);

ALTER TABLE case_events
  ADD COLUMN IF NOT EXISTS by String,
  ADD COLUMN IF NOT EXISTS to String;

CREATE OR REPLACE VIEW {published}.waits AS
SELECT * EXCEPT (gone)
FROM {database}.waits FINAL;
