-- The share answered by each asked time, 1 - S(t), by the estimator of Survival.sql. The times start with -1; a row of the answer tells what happened
-- after `since` and not later than the next asked time: of the steps between two asked times only the last is kept, as S never rises.
SELECT cut, grouping, n, among, left_out, left_out_counts, answered, deleted, skewed, largest, last.1 AS since, 1 - exp(last.2) AS value
FROM (
  SELECT
    * EXCEPT (steps),
    intDiv(steps[n], 2) AS largest,
    arrayMap(step -> roundDown(intDiv(step, 2) - 1, {times:Array(Int64)}), steps) AS sinces,
    arrayCumSum(arrayMap((step, i) -> if(bitAnd(step, 1) = 0, log1p(-1 / (n - i + 1)), 0.), steps, arrayEnumerate(steps))) AS logarithms,
    arrayFilter((pair, next) -> pair.1 != next, arrayZip(sinces, logarithms), arraySlice(arrayPushBack(sinces, -2), 2)) AS lasts
  FROM (
    SELECT
      key.1 AS cut, key.3 AS grouping,
      arraySort(groupArrayArray(each)) AS steps,
      toInt64(length(steps)) AS n,
      toInt64(sumIf(rows, reason = '')) AS among,
      toFloat64(sum(hits)) AS answered,
      toFloat64(sum(gone)) AS deleted,
      toFloat64(sum(early)) AS skewed,
      sumMapIf([reason], [rows], reason != '' AND @numbers) AS reasons,
      reasons.1 AS left_out, reasons.2 AS left_out_counts
    FROM (
      SELECT arrayJoin(@keys) AS key, reason, rows, each, hits, gone, early
      FROM (@Shapes/Steps))
    GROUP BY key))
LEFT ARRAY JOIN lasts AS last
ORDER BY cut, grouping, since
