-- A competitor came first, among the races that somebody won; those that nobody answered stand beside it.
SELECT
  r.*,
  r.reason = '' AND r.state IN ('competitor_first', 'competitor_only') AS hit,
  r.reason = '' AND r.state IN ('own_first', 'competitor_first', 'competitor_only') AS counted
FROM (@Races/Race) AS r
