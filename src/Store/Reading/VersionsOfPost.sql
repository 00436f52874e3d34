SELECT raw, version, sorted_at, sorted_tasks, sorted_values, sorted_confidences, sorted_models
FROM post_versions FINAL
WHERE post = {post:UInt128}
ORDER BY version
