-- First public human answers by what their words do. Told by rules that anybody can check; a model's kinds take their place once one is trained.
SELECT
  'episode' AS kind, toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, assumeNotNull(closed_at))) AS ms,
  'answered' AS state,
  true AS hit,
  '' AS reason,
  true AS counted,
  match(reply, 'https?://') AS links,
  length(extractAll(replaceRegexpAll(reply, 'https?://\\S+|[@#]\\S+', ' '), '\\p{L}+')) AS words,
  multiIf(
    reply = '', 'words gone',
    match(reply, '(?i)\\b(dms?|direct messages?|private messages?|pm us|message us|inbox|privately|direktnachricht|privatnachricht|mensaje (privado|directo)|message privé)\\b'),
      'moved to private',
    links AND words <= 5, 'link only',
    NOT links AND words <= 20 AND NOT match(reply, '[0-9]')
      AND match(reply, '(?i)\\b(sorry|apologi[sz]e|apologies|thanks|thank you|look(ing)? into|noted|passed (this|it) on|get back to you|bear with us)\\b'),
      'acknowledgement',
    'in public') AS groups
FROM (
  SELECT w.*, r.text AS reply
  FROM (
    SELECT *, assumeNotNull(closed_by) AS answer
    FROM waits
    WHERE opened_at >= {from:DateTime64(3, 'UTC')} AND opened_at < {to:DateTime64(3, 'UTC')} AND first_of_episode AND left_out = ''
      AND closed_at <= {as_of:DateTime64(3, 'UTC')} AND @brands AND @filter) AS w
  LEFT ANY JOIN (
    SELECT post, text
    FROM posts
    WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')} AND party = 'own') AS r ON r.post = w.answer)
