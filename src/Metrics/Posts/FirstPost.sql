-- When the first post about a brand was posted.
SELECT min(posted_at) AS first, count() AS posts
FROM posts
WHERE audience = 'public' AND ({brand:String} = '' OR has(brands, {brand:String}))
