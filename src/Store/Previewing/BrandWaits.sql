SELECT brand, countIf(side = 0) AS before, countIf(side = 1) AS after
FROM
(
  SELECT brand, 0 AS side FROM {main:Identifier}.waits FINAL WHERE left_out = ''
  UNION ALL
  SELECT brand, 1 AS side FROM {preview:Identifier}.waits FINAL WHERE left_out = ''
)
GROUP BY brand
ORDER BY brand
