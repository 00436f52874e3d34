SELECT post, conversation, posted_at, seen
FROM place FINAL
WHERE post IN ({posts:Array(UInt128)})
