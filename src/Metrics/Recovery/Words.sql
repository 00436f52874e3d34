-- What the authors of the episodes wrote in public about the brands they had waited for: posts that name the brand, or stand in a conversation in which they
-- waited for it. A post about two brands is there for each.
SELECT
  p.source AS source, p.author AS author, p.posted_at AS said_at, p.post AS said, p.sentiment AS tone,
  arrayJoin(arrayDistinct(arrayConcat(p.named, w.waited))) AS about
FROM (
  SELECT toString(source) AS source, author, conversation, posted_at, post, toString(sentiment) AS sentiment, arrayMap(b -> toString(b), brands) AS named
  FROM posts
  WHERE posted_at >= {said_from:DateTime64(3, 'UTC')} AND posted_at <= {said_to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
    AND audience = 'public' AND NOT repost AND (deleted_at IS NULL OR deleted_at > {as_of:DateTime64(3, 'UTC')})
    AND author IN (SELECT author FROM (@episodes))) AS p
LEFT ANY JOIN (
  SELECT conversation, author, groupUniqArray(toString(brand)) AS waited
  FROM (@episodes)
  GROUP BY conversation, author) AS w ON w.conversation = p.conversation AND w.author = p.author
