SELECT post, argMax(raw, (version, seq)) AS raw
FROM post_versions
WHERE post > {after:UInt128}
GROUP BY post
ORDER BY post
LIMIT {page:UInt32}
SETTINGS optimize_aggregation_in_order = 1
