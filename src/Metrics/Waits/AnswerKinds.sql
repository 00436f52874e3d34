-- First public human answers by what their words do, as the store tells it of each of our posts. One that is not there any more has no words.
SELECT
  'episode' AS kind, toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, assumeNotNull(closed_at))) AS ms,
  'answered' AS state,
  true AS hit,
  '' AS reason,
  true AS counted,
  if(answer_kind = '', 'words gone', answer_kind) AS groups
FROM (
  SELECT w.*, toString(r.answer_kind) AS answer_kind
  FROM (
    SELECT *, assumeNotNull(closed_by) AS answer
    FROM waits
    WHERE opened_at >= {from:DateTime64(3, 'UTC')} AND opened_at < {to:DateTime64(3, 'UTC')} AND first_of_episode AND left_out = ''
      AND closed_at <= {as_of:DateTime64(3, 'UTC')} AND @brands AND @filter) AS w
  LEFT ANY JOIN (
    SELECT post, answer_kind
    FROM posts
    WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')} AND party = 'own') AS r ON r.post = w.answer)
