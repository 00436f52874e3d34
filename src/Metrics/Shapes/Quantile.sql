-- Plain quantiles in seconds; the median of an even number is the mean of the two in the middle (Hyndman and Fan, 1996, type 7).
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(countIf(counted)) AS n,
  toInt64(countIf(reason = '')) AS among,
  quantilesExactInclusiveIf(0.5, 0.9, 0.95, 0.99)(assumeNotNull(ms), counted) AS quantiles,
  if(n = 0, NULL, quantiles[1] / 1000) AS value,
  if(n = 0, NULL, quantiles[2] / 1000) AS p90,
  if(n = 0, NULL, quantiles[3] / 1000) AS p95,
  if(n = 0, NULL, quantiles[4] / 1000) AS p99,
  if(n = 0, NULL, maxIf(assumeNotNull(ms), counted) / 1000) AS oldest,
  toFloat64(among - n) AS others,
  sumMapIf([reason], [toInt64(1)], reason != '' AND key.1 = 0) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (SELECT arrayJoin(@keys) AS key, reason, counted, ms FROM (@rows))
GROUP BY key
