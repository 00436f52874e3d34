-- When an author said something about a brand that did not sound negative.
SELECT DISTINCT source, author, about, said_at
FROM (@Recovery/Words)
WHERE tone IN ('positive', 'neutral')
