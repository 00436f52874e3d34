-- The steps of Survival.sql by place and group, not sorted yet: collected once, however many keys a row counts in.
SELECT
  @place AS place, groups, reason,
  count() AS rows,
  groupArrayIf(2 * ms + if(hit, 0, 1), counted) AS each,
  countIf(counted AND hit) AS hits,
  countIf(counted AND state = 'deleted') AS gone,
  countIf(counted AND hit AND skewed) AS early
FROM (@rows)
GROUP BY place, groups, reason
