-- Posts with a version or a label that came in since.
SELECT post, true AS version
FROM post_versions
WHERE seq > {after:UInt64} AND seq <= {last:UInt64}
UNION ALL
SELECT post, false AS version
FROM labels
WHERE seq > {after:UInt64} AND seq <= {last:UInt64}
