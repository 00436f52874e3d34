-- Episodes by posts alone: what agents clicked is known of us and not of competitors, so figures that are compared do without it.
SELECT
  'episode' AS kind, source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, coalesce(our_reply_at, deleted_at, {as_of:DateTime64(3, 'UTC')}))) AS ms,
  multiIf(our_reply_at IS NOT NULL, 'answered', deleted_at IS NOT NULL, 'deleted', 'open') AS state,
  state = 'answered' AS hit,
  left_out AS reason,
  reason = '' AS counted,
  @groups AS groups
FROM (
  -- A complaint that was deleted before the reply was deleted unanswered, here as in frt.
  SELECT * REPLACE (if(deleted_at < our_reply_at, NULL, our_reply_at) AS our_reply_at)
  FROM (@Waits/Opened))
WHERE first_of_silence_episode OR left_out != ''
