SELECT post, edges
FROM thread FINAL
WHERE conversation IN ({conversations:Array(UInt128)})
