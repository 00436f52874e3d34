-- The share that recovered among those who were heard again after an answer, with its 95 % interval (Wilson 1927: z = 1.959964), beside it how many were
-- heard again of all answered, and the same share among those whom nobody answered.
SELECT
  cut, bucket, grouping, n, among, left_out, left_out_counts, hits, value,
  if(n = 0, NULL, greatest(0, (value + z2 / (2 * n) - sqrt(z2 * (value * (1 - value) + z2 / (4 * n)) / n)) / (1 + z2 / n))) AS low,
  if(n = 0, NULL, least(1, (value + z2 / (2 * n) + sqrt(z2 * (value * (1 - value) + z2 / (4 * n)) / n)) / (1 + z2 / n))) AS high,
  toFloat64(among) AS answered, toFloat64(among - n) AS silent, if(among = 0, NULL, n / among) AS heard_again,
  unanswered, unanswered_heard, if(unanswered_heard = 0, NULL, unanswered_hits / unanswered_heard) AS unanswered_rate
FROM (
  SELECT
    key.1 AS cut, key.2 AS bucket, key.3 AS grouping, 3.841459 AS z2,
    toInt64(sumIf(rows, counted)) AS n,
    toInt64(sumIf(rows, reason = '' AND answered)) AS among,
    toFloat64(sumIf(rows, counted AND hit)) AS hits,
    if(n = 0, NULL, hits / n) AS value,
    toFloat64(sumIf(rows, reason = '' AND NOT answered)) AS unanswered,
    toFloat64(sumIf(rows, reason = '' AND NOT answered AND state != 'silent')) AS unanswered_heard,
    toFloat64(sumIf(rows, reason = '' AND NOT answered AND hit)) AS unanswered_hits,
    sumMapIf([reason], [rows], reason != '' AND (answered OR reason NOT IN ('too young', 'tone not known')) AND @numbers) AS reasons,
    reasons.1 AS left_out, reasons.2 AS left_out_counts
  FROM (
    SELECT arrayJoin(@keys) AS key, reason, counted, hit, answered, state, rows
    FROM (SELECT @place AS place, groups, reason, counted, hit, answered, state, count() AS rows FROM (@rows) GROUP BY place, groups, reason, counted, hit, answered, state))
  GROUP BY key)
