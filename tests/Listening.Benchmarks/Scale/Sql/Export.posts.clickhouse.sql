SELECT toString(p.post), p.posted_at, toString(p.conversation), toString(t.parent), p.author, p.party, arrayElement(p.brands, 1)
FROM posts AS p
INNER JOIN (SELECT post, parent FROM listening.thread FINAL) AS t ON t.post = p.post
INTO OUTFILE '{file}' TRUNCATE FORMAT CSV
SETTINGS format_csv_null_representation = '', join_algorithm = 'partial_merge'
