-- How many are past a target; the target in seconds stands beside.
SELECT *, {within:Int64} / 1000 AS target
FROM (@Shapes/Count)
