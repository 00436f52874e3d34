-- Who waits at one asked moment at least: after `since`, the asked moment before the opening (the moments start with -1), to `until`, the last one at
-- which it still waits. Most waits are over before the next moment and are not among them.
SELECT grouping, since, until, groupArray(opened) AS openings
FROM (
  SELECT
    toString(@groups) AS grouping,
    toUnixTimestamp64Milli(opened_at) AS opened,
    roundDown(opened - 1, {moments:Array(Int64)}) AS since,
    roundDown(
      toUnixTimestamp64Milli(greatest(opened_at, least(coalesce(closed_at, far), coalesce(censored_at, far), coalesce(resolved_at, far)))) - 1,
      {moments:Array(Int64)}) AS until
  FROM (
    SELECT *, toDateTime64('2200-01-01 00:00:00.000', 3, 'UTC') AS far
    FROM waits
    WHERE opened_at <= {as_of:DateTime64(3, 'UTC')} AND left_out = '' AND @brands AND @filter))
WHERE until > since AND @asked
GROUP BY grouping, since, until
