-- Turns in which agents sent an answer from here in the period: each is once in the total, and once with every agent who did.
SELECT
  'episode' AS kind, toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  toInt64(0) AS ms, 'replied' AS state, true AS hit, '' AS reason, true AS counted,
  arrayDistinct(arrayFilter((b, i, k) -> b != '' AND k = 'Replied' AND i >= {from:DateTime64(3, 'UTC')} AND i < {to:DateTime64(3, 'UTC')} AND i <= {as_of:DateTime64(3, 'UTC')}, act_by, act_at, act_kind)) AS agents,
  @groups AS groups
FROM (@Targets/Turns)
WHERE notEmpty(agents)
