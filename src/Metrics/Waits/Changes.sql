-- When the number of those who wait went up and down: one more when a wait is so old that it counts (0 ms: at its opening), one less at its answer,
-- resolve or deletion. An asked moment counts the changes that are not later than it; a change is put just after the asked moment before it (`since`;
-- the moments start with -1).
SELECT grouping, since, toInt64(sum(change)) AS changed
FROM (
  SELECT
    toString(@groups) AS grouping,
    toUnixTimestamp64Milli(opened_at) + {counts_from:Int64} AS start,
    toUnixTimestamp64Milli(least(coalesce(closed_at, far), coalesce(censored_at, far), coalesce(resolved_at, far))) AS end,
    arrayJoin([(start, toInt8(1)), (greatest(start, end), toInt8(-1))]) AS event,
    roundDown(event.1 - 1, {moments:Array(Int64)}) AS since,
    event.2 AS change
  FROM (
    SELECT *, toDateTime64('2200-01-01 00:00:00.000', 3, 'UTC') AS far
    FROM waits
    WHERE opened_at <= {as_of:DateTime64(3, 'UTC')} AND left_out = '' AND @brands AND @filter))
WHERE @asked
GROUP BY grouping, since
ORDER BY grouping, since
