SELECT
  toInt64(sum(rows)) AS rows,
  toInt64(sum(bytes_on_disk)) AS bytes,
  toInt64(count()) AS parts,
  toInt64(ifNull((SELECT value FROM system.metrics WHERE metric = 'MemoryTracking'), 0)) AS memory,
  version() AS engine
FROM system.parts
WHERE active AND database IN ({databases:Array(String)})
