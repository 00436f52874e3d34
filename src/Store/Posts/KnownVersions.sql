SELECT post, version, first_seen
FROM post_versions
WHERE post IN ({posts:Array(UInt128)})
