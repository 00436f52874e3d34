-- The share that was kept among what is decided; how much of it went by targets that nobody set stands beside.
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(sumIf(rows, counted)) AS n,
  toInt64(sumIf(rows, reason = '')) AS among,
  toFloat64(sumIf(rows, counted AND hit)) AS hits,
  if(n = 0, NULL, hits / n) AS value,
  toFloat64(sumIf(rows, counted AND unset)) AS by_default,
  sumMapIf([reason], [rows], reason != '' AND @numbers) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (
  SELECT arrayJoin(@keys) AS key, reason, counted, hit, unset, rows
  FROM (SELECT @place AS place, groups, reason, counted, hit, unset, count() AS rows FROM (@rows) GROUP BY place, groups, reason, counted, hit, unset))
GROUP BY key
