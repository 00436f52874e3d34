-- Posts with a topic, of the period and of the weeks before it (`since`), as they stood at the question's instant.
SELECT toString(source) AS source, id, handle, author, posted_at, post, first_seen, toString(topic) AS topic
FROM posts
WHERE posted_at >= {since:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
  AND (deleted_at IS NULL OR deleted_at > {as_of:DateTime64(3, 'UTC')}) AND NOT repost AND topic NOT IN ('', 'none', 'not_sure')
  AND @audience AND @brands AND @filter
