-- As FirstWaits.sql, to the first of our public human posts in the conversation, from our first answer on, that helps: it neither moves to private nor gives
-- a link only nor acknowledges. Which of our posts those are the store tells of each; one whose words are gone is not known to help.
SELECT
  'episode' AS kind, source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, coalesce(helped_from, deleted_at, {as_of:DateTime64(3, 'UTC')}))) AS ms,
  multiIf(helped_from IS NOT NULL, 'answered', deleted_at IS NOT NULL, 'deleted', 'open') AS state,
  state = 'answered' AS hit,
  left_out AS reason,
  reason = '' AS counted,
  @groups AS groups
FROM (
  SELECT w.*, if(answered_at IS NULL, NULL, arrayFirstOrNull(i -> i >= answered_at, h.instants)) AS helped_from
  FROM (@Waits/Opened) AS w
  LEFT ANY JOIN (
    SELECT conversation, arraySort(groupArray(posted_at)) AS instants
    FROM posts
    WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')} AND party = 'own' AND audience = 'public' AND NOT repost
      AND deleted_at IS NULL AND answer_kind = 'in public'
    GROUP BY conversation) AS h ON h.conversation = w.conversation)
WHERE first_of_episode OR left_out != ''
