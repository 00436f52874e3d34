-- The share that hit among those counted.
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(countIf(counted)) AS n,
  toInt64(countIf(reason = '')) AS among,
  toFloat64(countIf(counted AND hit)) AS hits,
  if(n = 0, NULL, hits / n) AS value,
  toFloat64(countIf(reason = '' AND state = 'nobody')) AS nobody_count,
  if(n + nobody_count = 0, NULL, nobody_count / (n + nobody_count)) AS nobody,
  toFloat64(countIf(counted AND state = 'deleted')) AS deleted,
  sumMapIf([reason], [toInt64(1)], reason != '' AND key.1 = 0) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (SELECT arrayJoin(@keys) AS key, reason, counted, hit, state FROM (@rows))
GROUP BY key
