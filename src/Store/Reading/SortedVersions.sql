SELECT post, raw, version, sorted_at, sorted_tasks, sorted_values, sorted_confidences, sorted_models
FROM post_versions FINAL
WHERE post IN ({posts:Array(UInt128)})
ORDER BY post, version
