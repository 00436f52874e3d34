-- Posts by the brands that they name.
SELECT
  'post' AS kind, source, id, handle, '' AS brand, posted_at AS at, post,
  dateDiff('millisecond', posted_at, first_seen) AS ms,
  toInt64(length(brands)) AS mentions,
  toInt64(length(arrayIntersect(brands, {ours:Array(String)}))) AS mentions_of_us,
  multiIf(mentions_of_us = 0, 'competitors', mentions_of_us = mentions, 'ours', 'both') AS state,
  mentions_of_us > 0 AS hit,
  reason,
  reason = '' AS counted,
  @groups AS groups
FROM (@Voice/Named)
WHERE notEmpty(brands)
