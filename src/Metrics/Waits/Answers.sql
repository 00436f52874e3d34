-- Waits answered in the period, whenever they opened, by the hour of the reporting week in which the answer came.
SELECT
  'wait' AS kind, toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, assumeNotNull(closed_at))) AS ms,
  'answered' AS state,
  true AS hit,
  '' AS reason,
  true AS counted,
  concat(toString(toDayOfWeek(assumeNotNull(closed_at), 0, {zone:String})), ' ', leftPad(toString(toHour(assumeNotNull(closed_at), {zone:String})), 2, '0')) AS groups
FROM (
  SELECT *
  FROM waits
  WHERE opened_at < {to:DateTime64(3, 'UTC')} AND left_out = ''
    AND closed_at >= {from:DateTime64(3, 'UTC')} AND closed_at < {to:DateTime64(3, 'UTC')} AND closed_at <= {as_of:DateTime64(3, 'UTC')}
    AND @brands AND @filter)
