-- Plain quantiles in seconds; the median of an even number is the mean of the two in the middle (Hyndman and Fan, 1996, type 7).
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(sum(length(each))) AS n,
  toInt64(sumIf(rows, reason = '')) AS among,
  quantilesExactInclusiveArray(0.5, 0.9, 0.95, 0.99)(each) AS quantiles,
  if(n = 0, NULL, quantiles[1] / 1000) AS value,
  if(n = 0, NULL, quantiles[2] / 1000) AS p90,
  if(n = 0, NULL, quantiles[3] / 1000) AS p95,
  if(n = 0, NULL, quantiles[4] / 1000) AS p99,
  if(n = 0, NULL, maxArray(each) / 1000) AS oldest,
  toFloat64(among - n) AS others,
  sumMapIf([reason], [rows], reason != '' AND @numbers) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (
  SELECT arrayJoin(@keys) AS key, reason, rows, each
  FROM (
    SELECT @place AS place, groups, reason, count() AS rows, groupArrayIf(assumeNotNull(ms), counted) AS each
    FROM (@rows)
    GROUP BY place, groups, reason))
GROUP BY key
