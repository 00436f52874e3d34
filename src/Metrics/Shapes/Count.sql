-- How many rows, among how many of the cohort.
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(sumIf(rows, counted)) AS n,
  toInt64(sumIf(rows, reason = '')) AS among,
  if(n = 0, NULL, toFloat64(n)) AS value,
  sumMapIf([reason], [rows], reason != '' AND @numbers) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (
  SELECT arrayJoin(@keys) AS key, reason, counted, rows
  FROM (SELECT @place AS place, groups, reason, counted, count() AS rows FROM (@rows) GROUP BY place, groups, reason, counted))
GROUP BY key
