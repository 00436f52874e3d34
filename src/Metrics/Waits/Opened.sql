-- Waits opened in the period, as they stood at the question's instant: what happened later is not known yet. Where a source does not show answers, nobody is unanswered.
SELECT
  brand, toString(kind) AS brand_kind, toString(source) AS source, toString(language) AS language, topic, intent, sentiment, conversation, closed_by, author, handle, opener, opener_id, opened_at,
  first_of_episode, first_of_silence_episode, if(left_out = '' AND has({blind:Array(String)}, toString(source)), 'answers_not_shown', toString(left_out)) AS left_out, skewed,
  target, calendar, opened_worked, closed_worked, censored_worked, terms, due_at,
  if(closed_at <= {as_of:DateTime64(3, 'UTC')}, closed_at, NULL) AS answered_at,
  if(replied_at <= {as_of:DateTime64(3, 'UTC')}, replied_at, NULL) AS our_reply_at,
  if(rival_at <= {as_of:DateTime64(3, 'UTC')}, rival_at, NULL) AS rival_reply_at,
  if(censored_at <= {as_of:DateTime64(3, 'UTC')}, censored_at, NULL) AS deleted_at
FROM waits
WHERE opened_at >= {from:DateTime64(3, 'UTC')} AND opened_at < {to:DateTime64(3, 'UTC')} AND opened_at <= {as_of:DateTime64(3, 'UTC')}
  AND @brands AND @filter
