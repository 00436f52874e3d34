-- What posts of a topic say since `since`: each word of two letters and more and each pair of neighbours, once a post. Links and names are no words; a word that
-- tells nothing (`fillers`) is none alone, nor at either end of a pair.
SELECT
  source, id, handle, posted_at, post, first_seen, deleted_at, author, topic,
  extractAll(lowerUTF8(replaceRegexpAll(replaceAll(replaceAll(text, '’', ''), '\'', ''), '(?:https?://|www\\.|@)\\S+', ' , ')), '#?[\\p{L}\\p{N}]+|[^\\s]') AS pieces,
  arrayFilter(p -> match(p, '^#?[\\p{L}\\p{N}]*\\p{L}[\\p{L}\\p{N}]*$') AND lengthUTF8(p) > 1 AND NOT has({fillers:Array(String)}, p), pieces) AS words,
  arrayMap(p -> p.1 || ' ' || p.2, arrayFilter(p -> has(words, p.1) AND has(words, p.2), arrayZip(arrayPopBack(pieces), arrayPopFront(pieces)))) AS pairs,
  arrayMap(p -> topic || ': ' || p, arrayDistinct(arrayConcat(words, pairs))) AS said
FROM posts
WHERE posted_at >= {since:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
  AND (deleted_at IS NULL OR deleted_at > {as_of:DateTime64(3, 'UTC')}) AND NOT repost AND topic NOT IN ('', 'none', 'not_sure') AND text != ''
  AND @audience AND @brands AND @filter
