SELECT post, raw
FROM post_versions FINAL
WHERE post IN ({posts:Array(UInt128)})
ORDER BY post, version
