-- Authors by the brands that they named, each shown by their newest post.
SELECT
  'post' AS kind, source, of_newest.1 AS id, of_newest.2 AS handle, '' AS brand, newest AS at, of_newest.3 AS post,
  of_newest.4 AS ms,
  toInt64(length(brands)) AS mentions,
  toInt64(length(arrayIntersect(brands, {ours:Array(String)}))) AS mentions_of_us,
  multiIf(mentions_of_us = 0, 'competitors', mentions_of_us = mentions, 'ours', 'both') AS state,
  mentions_of_us > 0 AS hit,
  reason,
  reason = '' AS counted,
  @groups AS groups
FROM (
  SELECT
    source, author, reason, max(posted_at) AS newest, arraySort(groupUniqArrayArray(n.brands)) AS brands,
    argMax((id, handle, post, dateDiff('millisecond', posted_at, first_seen)), (posted_at, post)) AS of_newest
  FROM (@Voice/Named) AS n
  WHERE reason != 'deleted' AND notEmpty(n.brands)
  GROUP BY source, author, reason)
