-- Positive less negative, among all.
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(sumIf(rows, counted)) AS n,
  toInt64(sumIf(rows, reason = '')) AS among,
  toFloat64(sumIf(rows, counted AND state = 'positive')) AS positive,
  toFloat64(sumIf(rows, counted AND state = 'negative')) AS negative,
  if(n = 0, NULL, (positive - negative) / n) AS value,
  sumMapIf([reason], [rows], reason != '' AND @numbers) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (
  SELECT arrayJoin(@keys) AS key, reason, counted, state, rows
  FROM (SELECT @place AS place, groups, reason, counted, state, count() AS rows FROM (@rows) GROUP BY place, groups, reason, counted, state))
GROUP BY key
