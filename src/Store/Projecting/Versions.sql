SELECT post, version, seq, first_seen, toUInt8(arrival) AS arrival, raw, redacted, kept_brands, kept_excluded, kept_fingerprint,
  sorted_at, sorted_tasks, sorted_values, sorted_confidences, sorted_models
FROM post_versions
WHERE post IN ({posts:Array(UInt128)})
