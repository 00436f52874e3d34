-- Posts that a search finds, with all that is known of each, in the order in which they lie.
SELECT
  toString(source) AS source, id, posted_at, author, handle, author_name, followers, toString(party) AS party, arrayMap(b -> toString(b), p.brands) AS brands, text,
  toString(language) AS language, toString(audience) AS audience, toString(channel) AS channel, url, reply, repost, toString(intent) AS intent, toString(sentiment) AS sentiment,
  toString(topic) AS topic, toString(use_case) AS use_case, toString(answer_kind) AS answer_kind, first_seen, edited_at, deleted_at
FROM posts AS p
WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND @audience AND @standing AND @filter
ORDER BY posted_at, post
