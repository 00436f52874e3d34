SELECT post, at, brand, author, kind, reason, by, to
FROM case_events FINAL
WHERE post IN ({posts:Array(UInt128)})
