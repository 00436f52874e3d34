-- Waits that are not the same by the two registries. Compared as text: tuples with a NULL on both sides are neither the same nor not. The post that opens one makes it the same: it opens at most one of a brand.
SELECT
  brand, was, now, closing, count() AS waits,
  groupArraySorted(20)((-toUnixTimestamp64Milli(opened), opener)) AS newest,
  arrayMap(example -> tupleElement(example, 2), newest) AS examples
FROM
(
  SELECT
    brand, opener, any(opened_at) AS opened,
    if(countIf(side = 0) = 0, 'absent', anyIf(state, side = 0)) AS was,
    if(countIf(side = 1) = 0, 'absent', anyIf(state, side = 1)) AS now,
    was = now AND anyIf(answer, side = 0) != anyIf(answer, side = 1) AS closing,
    anyIf(rest, side = 0) != anyIf(rest, side = 1) AS otherwise
  FROM
  (
    SELECT
      brand, opener, opened_at, multiIf(left_out != '', 'left_out', closed_at IS NOT NULL, 'answered', censored_at IS NOT NULL, 'deleted', 'waiting') AS state,
      toString((closed_at, closed_by, skewed)) AS answer,
      toString((
        author, number, kind, episode, first_of_episode, silence_episode, first_of_silence_episode, automated_at, resolved_at, censored_at, replied_at, rival_at,
        rival, helped_at, left_out
      )) AS rest,
      0 AS side
    FROM {main:Identifier}.waits FINAL
    UNION ALL
    SELECT
      brand, opener, opened_at, multiIf(left_out != '', 'left_out', closed_at IS NOT NULL, 'answered', censored_at IS NOT NULL, 'deleted', 'waiting') AS state,
      toString((closed_at, closed_by, skewed)) AS answer,
      toString((
        author, number, kind, episode, first_of_episode, silence_episode, first_of_silence_episode, automated_at, resolved_at, censored_at, replied_at, rival_at,
        rival, helped_at, left_out
      )) AS rest,
      1 AS side
    FROM {preview:Identifier}.waits FINAL
  )
  GROUP BY brand, opener
  HAVING was != now OR closing OR otherwise
)
GROUP BY brand, was, now, closing
ORDER BY brand, waits DESC, was, now, closing
SETTINGS max_bytes_before_external_group_by = 400000000
