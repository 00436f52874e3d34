-- Those that one public answer settled.
SELECT s.* EXCEPT (hit), s.state = 'resolved' AND s.answered = 1 AS hit
FROM (@Targets/Settled) AS s
