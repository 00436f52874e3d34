-- Turns in which agents called something done in the period: each is once in the total, and once with every agent who did.
SELECT
  'episode' AS kind, toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  toInt64(0) AS ms, 'resolved' AS state, true AS hit, '' AS reason, true AS counted,
  arrayDistinct(arrayFilter((b, i, k) -> b != '' AND k = 'Resolved' AND i >= {from:DateTime64(3, 'UTC')} AND i < {to:DateTime64(3, 'UTC')} AND i <= {as_of:DateTime64(3, 'UTC')}, act_by, act_at, act_kind)) AS agents,
  @groups AS groups
FROM (@Targets/Turns)
WHERE notEmpty(agents)
