-- Waits opened in the period, by the hour of the reporting week in which they opened: "1 09" is Monday from nine to ten.
SELECT
  'wait' AS kind, source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, coalesce(answered_at, deleted_at, {as_of:DateTime64(3, 'UTC')}))) AS ms,
  multiIf(answered_at IS NOT NULL, 'answered', deleted_at IS NOT NULL, 'deleted', 'open') AS state,
  state = 'answered' AS hit,
  if(left_out = 'answers_not_shown', '', left_out) AS reason,
  reason = '' AS counted,
  concat(toString(toDayOfWeek(opened_at, 0, {zone:String})), ' ', leftPad(toString(toHour(opened_at, {zone:String})), 2, '0')) AS groups
FROM (@Waits/Opened)
