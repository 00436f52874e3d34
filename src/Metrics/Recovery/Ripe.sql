-- First waits of episodes that we answered, and whose ninety days after our answer ended in the period, whenever they opened.
SELECT
  brand, toString(source) AS source, toString(language) AS language, toString(topic) AS topic, toString(intent) AS intent, toString(sentiment) AS sentiment, conversation, author, handle,
  opener, opener_id, opened_at, toString(left_out) AS left_out, skewed, target, calendar,
  greatest(opened_at, assumeNotNull(closed_at)) AS since,
  addMilliseconds(since, {follow:Int64}) AS until
FROM waits
WHERE closed_at >= {said_from:DateTime64(3, 'UTC')} AND closed_at < {to:DateTime64(3, 'UTC')} AND (first_of_episode OR left_out != '')
  AND until >= {from:DateTime64(3, 'UTC')} AND until < {to:DateTime64(3, 'UTC')} AND until <= {as_of:DateTime64(3, 'UTC')}
  AND @brands AND @filter
