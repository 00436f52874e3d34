-- What somebody wrote under these accounts, and how it went with the brand. One row.
SELECT p.*, w.*
FROM (
  SELECT
    argMax(handle, posted_at) AS handle, argMax(author_name, posted_at) AS name, argMax(followers, posted_at) AS followers,
    min(posted_at) AS first_post, max(posted_at) AS last_post, toInt64(count()) AS posts,
    toInt64(countIf(has(brands, {brand:String}))) AS about,
    toInt64(countIf(has(brands, {brand:String}) AND sentiment = 'positive')) AS positive,
    toInt64(countIf(has(brands, {brand:String}) AND sentiment = 'neutral')) AS neutral,
    toInt64(countIf(has(brands, {brand:String}) AND sentiment = 'negative')) AS negative
  FROM posts
  WHERE has({authors:Array(String)}, author) AND has(arrayZip({sources:Array(String)}, {authors:Array(String)}), (toString(source), author))
    AND audience = 'public' AND deleted_at IS NULL AND NOT repost) AS p
CROSS JOIN (
  SELECT toInt64(count()) AS waits, toInt64(countIf(closed_at IS NOT NULL)) AS answered
  FROM waits
  WHERE brand = {brand:String} AND left_out = '' AND has({authors:Array(String)}, author)
    AND has(arrayZip({sources:Array(String)}, {authors:Array(String)}), (toString(source), author))) AS w
