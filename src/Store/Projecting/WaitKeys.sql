SELECT conversation, brands, opened_at, authors, numbers
FROM wait_keys FINAL
WHERE conversation IN ({conversations:Array(UInt128)})
