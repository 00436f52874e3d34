-- As FirstWaits.sql, in working time by the calendar in force when the complaint was made. Without a calendar there is no working time.
SELECT
  'episode' AS kind, source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  multiIf(answered_at IS NOT NULL, 'answered', deleted_at IS NOT NULL, 'deleted', 'open') AS state,
  greatest(0, multiIf(
    state = 'answered', assumeNotNull(closed_worked),
    state = 'deleted', assumeNotNull(censored_worked),
    transform(concat(toString(terms), '/', calendar), {calendars:Array(String)}, {worked:Array(Int64)}, toInt64(0))) - assumeNotNull(opened_worked)) AS ms,
  state = 'answered' AS hit,
  multiIf(left_out != '', left_out, opened_worked IS NULL, 'no calendar', '') AS reason,
  reason = '' AS counted,
  @groups AS groups
FROM (@Waits/Opened)
WHERE first_of_episode OR left_out != ''
