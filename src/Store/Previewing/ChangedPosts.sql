SELECT count() AS changed
FROM
(
  SELECT post
  FROM
  (
    SELECT post, party, relevance, brands, account, 0 AS side FROM {main:Identifier}.thread FINAL
    UNION ALL
    SELECT post, party, relevance, brands, account, 1 AS side FROM {preview:Identifier}.thread FINAL
  )
  GROUP BY post
  HAVING anyIf((party, relevance, brands, account), side = 0) != anyIf((party, relevance, brands, account), side = 1)
)
SETTINGS max_bytes_before_external_group_by = 400000000
