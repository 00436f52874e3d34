-- Waits of the conversations from {first} on, {count} of them: half have none, four in ten one, one in ten two. Everything comes from hashes of the
-- conversation's number, so the same numbers give the same waits.
INSERT INTO waits
  (brand, opened_at, conversation, author, number, kind, source, language, handle, opener, opener_id, episode, first_of_episode, silence_episode,
   first_of_silence_episode, closed_at, closed_by, skewed, automated_at, resolved_at, censored_at, replied_at, rival_at, rival, helped_at, left_out, revision, gone)
WITH
  (salt -> cityHash64(c, wait, salt) / 18446744073709551616.) AS chance,
  {from:DateTime64(3, 'UTC')} + toIntervalMillisecond(toUInt64(cityHash64(c, 'at') % {milliseconds:UInt64}) + if(wait = 1, 0, 7200000 + toUInt64(86400000 * chance('later')))) AS opened,
  opened + toIntervalMillisecond(toUInt64(1000 * exp(4 + 9 * chance('answer')))) AS answer,
  if(chance('answered') < 0.75, answer, NULL) AS answered,
  multiIf(chance('reason') < 0.95, '', chance('reason') < 0.98, 'not_us', 'spam') AS why
SELECT
  ['Aurora', 'Aurora', 'Aurora', 'Borealis', 'Cygnus'][cityHash64(c, 'brand') % 5 + 1], opened, bitShiftLeft(toUInt128(toUnixTimestamp(opened)), 96) + c,
  'u' || toString(cityHash64(c, 'author') % 1600000), wait, if(cityHash64(c, 'brand') % 5 < 3, 'own', 'competitor'), ['mastodon', 'bluesky', 'forum'][cityHash64(c, 'source') % 3 + 1],
  ['en', 'de', 'fr', ''][cityHash64(c, 'language') % 4 + 1], 'u' || toString(cityHash64(c, 'author') % 1600000), reinterpretAsUInt128(sipHash128(c, wait)), toString(c) || '-' || toString(wait - 1),
  if(why = '', 1, 0), wait = 1 AND why = '', if(why = '', 1, 0), wait = 1 AND why = '', answered, NULL, false, NULL, if(chance('resolved') < 0.02, answer + 60000, NULL),
  if(chance('deleted') < 0.02, answer + 3600000, NULL), answered, if(chance('rival') < 0.05, opened + toIntervalSecond(toUInt64(exp(4 + 9 * chance('rival at')))), NULL), '', NULL,
  why, {revision:UInt64}, false
FROM (
  SELECT number AS c, arrayJoin(range(1, [1, 1, 1, 1, 1, 2, 2, 2, 2, 3][cityHash64(number, 'waits') % 10 + 1])) AS wait
  FROM numbers({first:UInt64}, {count:UInt64}))
