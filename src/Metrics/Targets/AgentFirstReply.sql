-- Turns whose first answer from here an agent sent in the period: from when that agent could see it, which is when the post came in or, if later, when it was
-- given to them last before.
SELECT
  'episode' AS kind, source, id, handle, brand, at, post, skewed,
  greatest(0, dateDiff('millisecond', greatest(if(first_seen = toDateTime64(0, 3, 'UTC'), at, first_seen), coalesce(given_at, at)), replied_at)) AS ms,
  'answered' AS state, true AS hit, reason, reason = '' AS counted, agents, groups
FROM (
  SELECT
    toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed, toString(left_out) AS reason,
    arrayFirstIndex((i, k, b) -> k = 'Replied' AND b != '' AND i <= {as_of:DateTime64(3, 'UTC')}, act_at, act_kind, act_by) AS place,
    [arrayElement(act_by, place)] AS agents,
    arrayElement(act_at, place) AS replied_at,
    arrayLastOrNull((i, k, t) -> k = 'Assigned' AND t = agents[1] AND i <= replied_at, act_at, act_kind, act_to) AS given_at,
    @groups AS groups
  FROM (@Targets/Turns)
  WHERE place > 0 AND replied_at >= {from:DateTime64(3, 'UTC')} AND replied_at < {to:DateTime64(3, 'UTC')}) AS t
LEFT ANY JOIN (
  SELECT post AS seen_post, first_seen
  FROM posts
  WHERE (posted_at, post) IN (SELECT opened_at, opener FROM waits WHERE has(act_kind, 'Replied'))) AS s ON s.seen_post = t.post
