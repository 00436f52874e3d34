-- First waits of episodes opened in the period, with the instant from which their authors are listened to again (our first answer; where there is none yet, the
-- opening) and until when.
SELECT
  *,
  answered_at IS NOT NULL AS answered,
  greatest(opened_at, coalesce(answered_at, opened_at)) AS since,
  addMilliseconds(since, {follow:Int64}) AS until
FROM (@Waits/Opened)
WHERE first_of_episode OR left_out != ''
