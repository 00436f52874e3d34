-- A person's label beats any model's, a newer one an older of the same rank.
SELECT post, task, argMax(value, (rank, at, value)) AS best, max(rank) AS by
FROM labels
WHERE post IN ({posts:Array(UInt128)})
GROUP BY post, task
