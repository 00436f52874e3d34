-- The share that hit among those counted.
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(sumIf(rows, counted)) AS n,
  toInt64(sumIf(rows, reason = '')) AS among,
  toFloat64(sumIf(rows, counted AND hit)) AS hits,
  if(n = 0, NULL, hits / n) AS value,
  toFloat64(sumIf(rows, reason = '' AND state = 'nobody')) AS nobody_count,
  if(n + nobody_count = 0, NULL, nobody_count / (n + nobody_count)) AS nobody,
  toFloat64(sumIf(rows, counted AND state = 'deleted')) AS deleted,
  sumMapIf([reason], [rows], reason != '' AND @numbers) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (
  SELECT arrayJoin(@keys) AS key, reason, counted, hit, state, rows
  FROM (SELECT @place AS place, groups, reason, counted, hit, state, count() AS rows FROM (@rows) GROUP BY place, groups, reason, counted, hit, state))
GROUP BY key
