-- Quarters that are not one merged piece: only of such a piece does the engine know without reading it that it has one version of each row.
SELECT table, partition_id AS stretch, toDate32(partition) AS start, toInt64(count()) AS pieces, toInt64(sum(rows)) AS held
FROM system.parts
WHERE active AND database = {database:String} AND table IN ({tables:Array(String)})
GROUP BY table, stretch, partition
HAVING pieces > 1 OR max(level) = 0
ORDER BY start DESC, table
