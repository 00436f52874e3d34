SELECT post
FROM place
