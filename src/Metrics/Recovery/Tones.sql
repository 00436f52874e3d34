-- At each post of an author about a brand: the last tone that was sorted up to then, and when it was said.
SELECT source, author, about, said_at, anyLast(sorted) OVER upto AS last_tone, max(if(sorted IS NULL, NULL, said_at)) OVER upto AS toned_at
FROM (
  SELECT source, author, about, said_at, argMaxIf(toNullable(tone), said, tone IN ('positive', 'neutral', 'negative')) AS sorted
  FROM (@Recovery/Words)
  GROUP BY source, author, about, said_at)
WINDOW upto AS (PARTITION BY source, author, about ORDER BY said_at ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
