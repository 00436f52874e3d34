-- What came in, in its order. Only a first version is read whole here: the other posts are read by their keys, all versions together.
SELECT post, version, seq, first_seen, toUInt8(arrival) AS arrival, if(first, raw, '') AS raw, redacted, kept_brands, kept_excluded, kept_fingerprint,
  sorted_at, sorted_tasks, sorted_values, sorted_confidences, sorted_models, first
FROM post_versions
WHERE seq > {after:UInt64} AND seq <= {last:UInt64}
ORDER BY seq
SETTINGS max_bytes_before_external_sort = 400000000
