-- Posts of a stretch of time that a search finds, newest first.
SELECT
  post, source, id, author, handle, author_name, followers, toString(party) AS author_party, arrayMap(b -> toString(b), brands) AS named, text, posted_at,
  clamped, edited_at, deleted_at, toString(audience) AS seen_by, language, url, intent, sentiment, topic, use_case, answer_kind
FROM posts
WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')}
  AND (posted_at, post) < ({at:DateTime64(3, 'UTC')}, {after:UInt128})
  AND @audience AND @standing AND @filter
ORDER BY posted_at DESC, post DESC
LIMIT {limit:UInt32}
