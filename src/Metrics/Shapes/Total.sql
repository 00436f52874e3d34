-- How many rows are behind the number.
SELECT toInt64(count()) AS total
FROM (@rows)
WHERE counted AND @restriction
