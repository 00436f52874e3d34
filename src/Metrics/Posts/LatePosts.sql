-- Posts of a period that came in after an instant.
SELECT count() AS posts
FROM posts
WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND first_seen > {since:DateTime64(3, 'UTC')}
  AND audience = 'public' AND ({brand:String} = '' OR has(brands, {brand:String}))
