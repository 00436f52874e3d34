-- How long the first answer took, in bands; a border belongs to the band below it, as "answered within an hour" includes the hour.
SELECT
  e.* EXCEPT (groups),
  multiIf(
    NOT e.hit, 'not answered',
    e.ms <= 15 * 60000, '0–15 m',
    e.ms <= 60 * 60000, '15–60 m',
    e.ms <= 4 * 3600000, '1–4 h',
    e.ms <= 8 * 3600000, '4–8 h',
    e.ms <= 24 * 3600000, '8–24 h',
    'over 24 h') AS groups
FROM (@Waits/FirstWaits) AS e
