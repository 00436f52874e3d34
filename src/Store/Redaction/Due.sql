-- Versions that still have their words though their post is old enough; its instant is clamped as PostedInstant does.
SELECT post, version, first_seen, toUInt8(arrival) AS way, source_posted_at, raw,
  sorted_at, sorted_tasks, sorted_values, sorted_confidences, sorted_models
FROM post_versions FINAL
WHERE post >= {post:UInt128} AND (post, version) > ({post:UInt128}, {version:UInt128})
  AND NOT redacted
  AND least(first_seen, if(arrival = 'live', greatest(source_posted_at, first_seen - INTERVAL 2 DAY), source_posted_at)) < {before:DateTime64(3, 'UTC')}
ORDER BY post, version
LIMIT {limit:UInt64}
