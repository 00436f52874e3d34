-- The share of mentions that are ours; cut by brand, the share of each brand among the mentions of all. A row that names two brands mentions both.
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(sumIf(rows, counted)) AS n,
  toInt64(sumIf(rows, reason = '')) AS among,
  toFloat64(sumIf(rows * mentions, counted)) AS mentions_of_all,
  toFloat64(sumIf(rows * mentions_of_us, counted)) AS mentions_of_ours,
  toFloat64(sum(n) OVER (PARTITION BY cut, bucket)) AS together,
  multiIf(n = 0, NULL, NOT (@numbers) AND {by:String} = 'brand', n / together, mentions_of_ours / mentions_of_all) AS value,
  sumMapIf([reason], [rows], reason != '' AND @numbers) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (
  SELECT arrayJoin(@keys) AS key, reason, counted, mentions, mentions_of_us, rows
  FROM (SELECT @place AS place, groups, reason, counted, mentions, mentions_of_us, count() AS rows FROM (@rows) GROUP BY place, groups, reason, counted, mentions, mentions_of_us))
GROUP BY key
