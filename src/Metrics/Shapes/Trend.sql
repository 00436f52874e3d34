-- How many posts are of trending topics; a topic's shares now and before stand beside its own number.
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(sumIf(rows, counted)) AS n,
  toInt64(sumIf(rows, reason = '')) AS among,
  if(n = 0, NULL, toFloat64(n)) AS value,
  toFloat64(any(each.1)) AS share, toFloat64(any(each.2)) AS share_before, toFloat64(any(each.3)) AS before, toFloat64(any(each.4)) AS ratio,
  sumMapIf([reason], [rows], reason != '' AND @numbers) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (
  SELECT arrayJoin(@keys) AS key, reason, counted, each, rows
  FROM (SELECT @place AS place, groups, reason, counted, any((share, share_before, before, ratio)) AS each, count() AS rows FROM (@rows) GROUP BY place, groups, reason, counted))
GROUP BY key
