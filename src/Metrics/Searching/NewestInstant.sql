-- When the newest post of a stretch of time was written; NULL without one.
SELECT maxOrNull(posted_at) AS newest
FROM posts
WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')}
