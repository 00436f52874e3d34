SELECT raw
FROM post_versions FINAL
WHERE post = {post:UInt128}
ORDER BY version
