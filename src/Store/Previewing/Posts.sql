-- Posts about which the two registries conclude otherwise, by what: each post stands once on either side, wherever its conversation is filed.
SELECT
  tupleElement(change, 1) AS kind, tupleElement(change, 2) AS brand, tupleElement(change, 3) AS was, tupleElement(change, 4) AS now, count() AS posts,
  groupArraySorted(20)((-toUnixTimestamp64Milli(posted_at), post)) AS newest,
  arrayMap(example -> tupleElement(example, 2), newest) AS examples
FROM
(
  SELECT
    post, posted_at,
    arrayJoin(arrayConcat(
      if(party_was != party_now, [('party', '', party_was, party_now)], []),
      if(relevance_was != relevance_now AND relevance_now = 'excluded', [('excluded', '', '', '')], []),
      if(relevance_was != relevance_now AND relevance_was = 'excluded', [('included', '', '', '')], []),
      arrayMap(brand -> ('named', brand, '', ''), arrayFilter(brand -> NOT has(brands_was, brand), brands_now)),
      arrayMap(brand -> ('not_named', brand, '', ''), arrayFilter(brand -> NOT has(brands_now, brand), brands_was)))) AS change
  FROM
  (
    SELECT
      post, any(posted_at) AS posted_at,
      anyIf(party, side = 0) AS party_was, anyIf(party, side = 1) AS party_now,
      anyIf(relevance, side = 0) AS relevance_was, anyIf(relevance, side = 1) AS relevance_now,
      anyIf(brands, side = 0) AS brands_was, anyIf(brands, side = 1) AS brands_now
    FROM
    (
      SELECT post, posted_at, toString(party) AS party, toString(relevance) AS relevance, CAST(brands AS Array(String)) AS brands, 0 AS side
      FROM {main:Identifier}.thread FINAL
      UNION ALL
      SELECT post, posted_at, toString(party) AS party, toString(relevance) AS relevance, CAST(brands AS Array(String)) AS brands, 1 AS side
      FROM {preview:Identifier}.thread FINAL
    )
    GROUP BY post
    HAVING party_was != party_now OR relevance_was != relevance_now OR brands_was != brands_now
  )
)
GROUP BY kind, brand, was, now
ORDER BY kind DESC, posts DESC, brand, was, now
SETTINGS max_bytes_before_external_group_by = 400000000
