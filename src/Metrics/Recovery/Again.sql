-- Answered episodes whose authors wrote again; the others of the cohort come along uncounted.
SELECT j.*, j.reason = '' AND j.answered AND j.state != 'silent' AS counted
FROM (@Recovery/Judged) AS j
