-- Public replies of accounts that are nobody's, in the ninety days before the newest post.
SELECT source, author, handle, author_name, conversation, post, posted_at
FROM posts
WHERE posted_at >= subtractDays((SELECT max(posted_at) FROM posts), 90) AND audience = 'public' AND party IN ('customer', 'other_brand') AND reply AND NOT repost AND deleted_at IS NULL
