-- Kaplan and Meier (1958): for each p, the smallest t at which the share still waiting, S(t), is at most 1 - p, every open row censored at its age.
-- A step is 2 · ms, plus 1 where nobody answered, so that at ties answers come before censorings. Taken one by one, d answers among r at risk multiply
-- S by (1 - 1/r) … (1 - 1/(r-d+1)) = 1 - d/r, so ties need no grouping. The logarithms of up to 8 million factors add up with an error below 1e-9,
-- which is less than one step (1/n) by orders of magnitude: the tolerance can decide an equality, never another step.
SELECT
  cut, bucket, grouping, n, among, left_out, left_out_counts, answered, deleted, skewed,
  arrayMap(p -> arrayFirstIndex(s -> s <= log1p(-p) + 1e-9, logarithms), {quantiles:Array(Float64)}) AS reached,
  arrayMap(place -> if(place = 0, NULL, intDiv(steps[place], 2) / 1000), reached) AS value,
  arrayMap(place -> if(place = 0 AND n > 0, intDiv(steps[n], 2) / 1000, NULL), reached) AS greater_than
FROM (
  SELECT *, arrayCumSum(arrayMap((step, i) -> if(bitAnd(step, 1) = 0, log1p(-1 / (n - i + 1)), 0.), steps, arrayEnumerate(steps))) AS logarithms
  FROM (
    SELECT
      key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
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
