-- The share that hit among those counted, with its 95 % interval (Wilson 1927: z = 1.959964).
SELECT
  *, 3.841459 AS z2,
  if(n = 0, NULL, greatest(0, (value + z2 / (2 * n) - sqrt(z2 * (value * (1 - value) + z2 / (4 * n)) / n)) / (1 + z2 / n))) AS low,
  if(n = 0, NULL, least(1, (value + z2 / (2 * n) + sqrt(z2 * (value * (1 - value) + z2 / (4 * n)) / n)) / (1 + z2 / n))) AS high
FROM (@Shapes/Share)
