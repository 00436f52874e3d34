-- The rows behind the number, newest first.
SELECT kind, source, id, handle, brand, at, post, ms, state, hit
FROM (@rows)
WHERE counted AND @restriction AND (at, post, brand) < ({at:DateTime64(3, 'UTC')}, {post:UInt128}, {brand_after:String})
ORDER BY at DESC, post DESC, brand DESC
LIMIT {limit:UInt32}
