-- Who waited at each asked moment, and how long already: opened by then; not answered, not called done, not deleted by then. A moment is
-- (0 for the number itself, 1 for its series, 2 for the period before; bucket; instant), in milliseconds.
SELECT
  'wait' AS kind, toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  arrayJoin(arrayFilter(
    m -> m.3 >= toUnixTimestamp64Milli(opened_at)
      AND m.3 < toUnixTimestamp64Milli(least(coalesce(closed_at, far), coalesce(censored_at, far), coalesce(resolved_at, far))),
    arrayZip({moment_cuts:Array(UInt8)}, {moment_buckets:Array(Int64)}, {moment_instants:Array(Int64)}))) AS moment,
  moment.3 - toUnixTimestamp64Milli(opened_at) AS ms,
  'open' AS state,
  true AS hit,
  '' AS reason,
  true AS counted,
  @groups AS groups
FROM (
  SELECT *, toDateTime64('2200-01-01 00:00:00.000', 3, 'UTC') AS far
  FROM waits
  WHERE opened_at <= {as_of:DateTime64(3, 'UTC')} AND left_out = '' AND @brands AND @filter
    -- Most waits were over before the first asked moment and need not be looked at closer.
    AND (closed_at IS NULL OR closed_at > {first_moment:DateTime64(3, 'UTC')}) AND (censored_at IS NULL OR censored_at > {first_moment:DateTime64(3, 'UTC')})
    AND (resolved_at IS NULL OR resolved_at > {first_moment:DateTime64(3, 'UTC')}))
