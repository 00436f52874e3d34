-- Turns whose first answer from here an agent sent in the period: from when that agent could see it, which is when the post came in or, if later, when it was
-- given to them last before. What came in after its answer, as an import does, nobody here could see: without a hand-over before the answer there is no time.
SELECT
  'episode' AS kind, source, id, handle, brand, at, post, skewed,
  if(first_seen = toDateTime64(0, 3, 'UTC'), at, first_seen) AS came,
  if(came <= replied_at, greatest(came, coalesce(given_at, came)), given_at) AS begun,
  greatest(0, dateDiff('millisecond', coalesce(begun, replied_at), replied_at)) AS ms,
  'answered' AS state, true AS hit, multiIf(set_aside != '', set_aside, begun IS NULL, 'came in after its answer', '') AS reason, reason = '' AS counted, agents, groups
FROM (
  SELECT
    toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed, toString(left_out) AS set_aside,
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
