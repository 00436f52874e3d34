-- Every version of the posts that a version or a label came in for since.
SELECT post, version, seq, first_seen, toUInt8(arrival) AS arrival, raw, redacted, kept_brands, kept_excluded, kept_fingerprint
FROM post_versions
WHERE post IN
(
  SELECT post FROM post_versions WHERE seq > {after:UInt64} AND seq <= {last:UInt64}
  UNION ALL
  SELECT post FROM labels WHERE seq > {after:UInt64} AND seq <= {last:UInt64}
)
