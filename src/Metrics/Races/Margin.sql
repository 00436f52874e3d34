-- How far we were ahead of the first competitor: negative when behind. However late, both must have answered.
SELECT
  r.* EXCEPT (ms),
  r.rivalled - r.replied AS ms,
  r.reason = '' AND r.replied IS NOT NULL AND r.rivalled IS NOT NULL AS counted,
  counted AS hit
FROM (@Races/Race) AS r
