-- Posts that a label or what an agent did came in for.
SELECT post
FROM labels
WHERE seq > {after:UInt64} AND seq <= {last:UInt64}
UNION DISTINCT
SELECT post
FROM case_events
WHERE seq > {after:UInt64} AND seq <= {last:UInt64}
