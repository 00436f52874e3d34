-- How many rows are in each state; the cohort is all of them together.
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping, state,
  toInt64(sumIf(rows, reason = '')) AS n,
  sumMapIf([reason], [rows], reason != '' AND @numbers) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (
  SELECT arrayJoin(@keys) AS key, reason, state, rows
  FROM (SELECT @place AS place, groups, reason, state, count() AS rows FROM (@rows) GROUP BY place, groups, reason, state))
GROUP BY key, state
