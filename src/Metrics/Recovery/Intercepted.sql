-- Races that a competitor won (see Races/Race.sql), whose ninety days after that competitor's answer ended in the period, whenever they opened.
SELECT
  brand, toString(source) AS source, toString(language) AS language, toString(topic) AS topic, toString(intent) AS intent, toString(sentiment) AS sentiment, conversation, author, handle,
  opener, opener_id, opened_at, toString(left_out) AS left_out, skewed, target, calendar,
  greatest(opened_at, assumeNotNull(rival_at)) AS since,
  addMilliseconds(since, {follow:Int64}) AS until
FROM waits
WHERE rival_at >= {said_from:DateTime64(3, 'UTC')} AND rival_at < {to:DateTime64(3, 'UTC')} AND (first_of_silence_episode OR left_out != '')
  AND dateDiff('millisecond', opened_at, rival_at) <= {race:Int64} AND (replied_at IS NULL OR replied_at > rival_at)
  AND until >= {from:DateTime64(3, 'UTC')} AND until < {to:DateTime64(3, 'UTC')} AND until <= {as_of:DateTime64(3, 'UTC')}
  AND @brands AND @filter
