SELECT post, fingerprint, posted_at, automated
FROM wordings FINAL
WHERE post IN ({posts:Array(UInt128)})
