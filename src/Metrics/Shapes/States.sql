-- How many rows are in each state; the cohort is all of them together.
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping, state,
  toInt64(countIf(reason = '')) AS n,
  sumMapIf([reason], [toInt64(1)], reason != '' AND key.1 = 0) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (SELECT arrayJoin(@keys) AS key, reason, state FROM (@rows))
GROUP BY key, state
