-- Brands' posts that answer posts which came later than they, or changed their instant.
SELECT post, posted_at, fingerprint, assumeNotNull(parent) AS answered
FROM thread FINAL
WHERE conversation IN ({conversations:Array(UInt128)}) AND fingerprint != 0 AND parent IN ({answered:Array(UInt128)})
