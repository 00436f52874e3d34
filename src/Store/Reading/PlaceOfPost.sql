SELECT conversation
FROM place FINAL
WHERE post = {post:UInt128}
