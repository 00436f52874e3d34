SELECT post, source, id, handle, posted_at, text
FROM posts FINAL
WHERE post IN ({posts:Array(UInt128)}) AND posted_at IN (SELECT posted_at FROM place FINAL WHERE post IN ({posts:Array(UInt128)}))
