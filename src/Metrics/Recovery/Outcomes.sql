-- Answered episodes by what became of the author's tone.
SELECT j.* EXCEPT (groups), j.reason = '' AS counted, j.state AS groups
FROM (@Recovery/Judged) AS j
WHERE j.answered OR j.reason NOT IN ('', 'too young', 'tone not known')
