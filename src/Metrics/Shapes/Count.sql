-- How many rows, among how many of the cohort.
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(countIf(counted)) AS n,
  toInt64(countIf(reason = '')) AS among,
  if(n = 0, NULL, toFloat64(n)) AS value,
  sumMapIf([reason], [toInt64(1)], reason != '' AND key.1 = 0) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (SELECT arrayJoin(@keys) AS key, reason, counted FROM (@rows))
GROUP BY key
