-- A person's label beats any model's, a newer one an older of the same rank. An empty one of a person takes back all that persons said before.
SELECT post, task, tupleElement(best, 1) AS value, tupleElement(best, 2) AS confidence, tupleElement(best, 3) AS at, tupleElement(best, 4) AS model, by
FROM
(
  SELECT post, task, argMax((value, confidence, at, model), (rank, at, value)) AS best, max(rank) AS by
  FROM
  (
    SELECT *, maxIf(at, rank = 2 AND value = '') OVER (PARTITION BY post, task) AS withdrawn
    FROM labels
    WHERE post IN ({posts:Array(UInt128)})
  )
  WHERE rank = 1 OR at > withdrawn
  GROUP BY post, task
)
