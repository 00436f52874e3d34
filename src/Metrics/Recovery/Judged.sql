-- Episodes by whether their authors sounded better after our first answer than before it; those without an answer, by the seven days after their opening, are
-- what is held against it. Whose time is not over may still write, and where a tone is not known nothing is concluded from it.
SELECT
  'episode' AS kind, source, opener_id AS id, handle, brand, opened_at AS at, opener AS post, skewed, answered,
  greatest(0, dateDiff('millisecond', opened_at, if(answered, since, {as_of:DateTime64(3, 'UTC')}))) AS ms,
  multiIf(
    NOT heard, 'silent',
    before = 'negative' AND after != 'negative', 'recovered',
    before != 'negative' AND after = 'negative', 'worsened',
    'unchanged') AS state,
  state = 'recovered' AS hit,
  multiIf(
    left_out != '', left_out,
    until > {as_of:DateTime64(3, 'UTC')}, 'too young',
    dateDiff('millisecond', opened_at, since) > {latest:Int64}, 'answered after 30 days',
    heard AND (before = '' OR after = ''), 'tone not known',
    '') AS reason,
  multiIf(
    NOT answered, 'not answered',
    since <= opened_at + toIntervalMinute(15), '0–15 m',
    since <= opened_at + toIntervalHour(1), '15–60 m',
    since <= opened_at + toIntervalHour(4), '1–4 h',
    since <= opened_at + toIntervalHour(8), '4–8 h',
    since <= opened_at + toIntervalHour(24), '8–24 h',
    'over 24 h') AS delay,
  @groups AS groups
FROM (@Recovery/Sounded)
