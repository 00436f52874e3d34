-- Episodes that a competitor took by whether their authors wrote positively about a competitor after that.
SELECT
  'episode' AS kind, f.source AS source, f.opener_id AS id, f.handle AS handle, toString(f.brand) AS brand, f.opened_at AS at, f.opener AS post, f.skewed AS skewed,
  greatest(0, dateDiff('millisecond', f.opened_at, f.since)) AS ms,
  if(t.said_at > f.since, 'defected', 'not seen') AS state,
  state = 'defected' AS hit,
  f.left_out AS reason,
  reason = '' AS counted,
  f.groups AS groups
FROM (SELECT *, @groups AS groups FROM (@episodes)) AS f
ASOF LEFT JOIN (
  SELECT DISTINCT toString(source) AS source, author, posted_at AS said_at
  FROM posts
  WHERE posted_at >= {said_from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
    AND audience = 'public' AND NOT repost AND (deleted_at IS NULL OR deleted_at > {as_of:DateTime64(3, 'UTC')})
    AND sentiment = 'positive' AND hasAny(arrayMap(b -> toString(b), brands), {rivals:Array(String)}) AND author IN (SELECT author FROM (@episodes))
) AS t ON t.source = f.source AND t.author = f.author AND f.until >= t.said_at
