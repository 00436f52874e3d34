SELECT * EXCEPT (revision, gone, kind)
FROM waits FINAL
WHERE conversation IN ({conversations:Array(UInt128)})
  AND waits.opened_at IN (SELECT arrayJoin(wait_keys.opened_at) FROM wait_keys FINAL WHERE conversation IN ({conversations:Array(UInt128)}))
  AND brand IN (SELECT arrayJoin(brands) FROM wait_keys FINAL WHERE conversation IN ({conversations:Array(UInt128)}))
ORDER BY opened_at, brand, author, number
