SELECT count() AS posts, minOrNull(posted_at) AS first, maxOrNull(posted_at) AS last
FROM thread FINAL
