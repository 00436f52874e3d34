-- What the authors of the episodes wrote in public about the brands they had waited for, as places on the line of Sounded.sql: posts that name the brand, or stand in
-- a conversation in which they waited for it. A post about two brands is there for each. Of two posts at the same instant the one with the greater key is later.
SELECT
  sipHash128(toString(source), author, about) AS key,
  bitShiftLeft(toUInt128(toUnixTimestamp64Milli(posted_at)), 84) + bitShiftLeft(bitShiftRight(post, 47), 2) + transform(sentiment, ['negative', 'neutral', 'positive'], [1, 2, 3], 0) AS said
FROM (
  SELECT source, author, conversation, posted_at, post, sentiment, brands, arrayJoin((SELECT groupUniqArray(toString(brand)) FROM (@episodes))) AS about
  FROM posts
  WHERE posted_at >= {said_from:DateTime64(3, 'UTC')} AND posted_at <= {said_to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
    AND audience = 'public' AND NOT repost AND (deleted_at IS NULL OR deleted_at > {as_of:DateTime64(3, 'UTC')})
    AND author IN (SELECT author FROM (@episodes)))
WHERE has(brands, about) OR sipHash128(author, about, conversation) IN (SELECT sipHash128(author, toString(brand), conversation) FROM (@episodes))
