-- What the posts of a page say now.
SELECT post, text, url
FROM posts
WHERE posted_at IN ({instants:Array(DateTime64(3, 'UTC'))}) AND post IN ({posts:Array(UInt128)})
