SELECT post
FROM post_versions
