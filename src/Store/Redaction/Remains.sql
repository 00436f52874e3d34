-- Words on disk that a redacted row has replaced but no merge has thrown away yet.
SELECT count() AS remains
FROM post_versions
WHERE NOT redacted AND (post, version) IN (SELECT post, version FROM post_versions WHERE redacted)
