-- Left by a run that was cut off: a whole run's revision is marked.
SELECT post, conversation, posted_at
FROM moves
WHERE revision > {revision:UInt64}
