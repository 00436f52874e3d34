SELECT DISTINCT post
FROM labels
WHERE seq > {after:UInt64} AND seq <= {last:UInt64}
