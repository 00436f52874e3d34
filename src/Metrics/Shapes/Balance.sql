-- Positive less negative, among all.
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(countIf(counted)) AS n,
  toInt64(countIf(reason = '')) AS among,
  toFloat64(countIf(counted AND state = 'positive')) AS positive,
  toFloat64(countIf(counted AND state = 'negative')) AS negative,
  if(n = 0, NULL, (positive - negative) / n) AS value,
  sumMapIf([reason], [toInt64(1)], reason != '' AND key.1 = 0) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (SELECT arrayJoin(@keys) AS key, reason, counted, state FROM (@rows))
GROUP BY key
