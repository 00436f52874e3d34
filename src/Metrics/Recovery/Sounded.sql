-- Episodes with how their authors sounded about the brand last before `since` and last after it, not later than `until`; '' where they said nothing or
-- nothing has sorted it. What an author said of a brand and when each of their episodes looks (at `since`, then at `until`) is put on one line in order of
-- time, on which the last tone and the last post are carried forward: so an author of ten thousand posts costs no square. A place on the line is one
-- number: milliseconds (from bit 84), whether it is a look (bit 83), and below that of a post its key and tone, of a look its episode.
SELECT
  brand, episode.1 AS opener, episode.2 AS source, episode.3 AS language, episode.4 AS topic, episode.5 AS intent, episode.6 AS sentiment, episode.7 AS handle, episode.8 AS opener_id,
  episode.9 AS opened_at, episode.10 AS left_out, episode.11 AS skewed, episode.12 AS answered, episode.13 AS since, episode.14 AS until,
  ['', 'negative', 'neutral', 'positive'][1 + if(bitShiftRight(before_since, 84) >= toUnixTimestamp64Milli(opened_at), toUInt8(bitAnd(before_since, 3)), 0)] AS earlier,
  if(earlier != '', earlier, if(sentiment IN ('positive', 'neutral', 'negative'), sentiment, '')) AS before,
  bitShiftRight(said_until, 84) > toUnixTimestamp64Milli(since) AS heard,
  ['', 'negative', 'neutral', 'positive'][1 + if(bitShiftRight(before_until, 84) > toUnixTimestamp64Milli(since), toUInt8(bitAnd(before_until, 3)), 0)] AS after
FROM (
  SELECT
    e.brand AS brand, e.episodes AS episodes, arrayEnumerate(episodes) AS places, bitShiftLeft(toUInt128(1), 83) AS look,
    arrayPushFront(arraySort(arrayConcat(
      w.posts,
      arrayMap((e, i) -> bitShiftLeft(toUInt128(toUnixTimestamp64Milli(e.13)), 84) + look + 2 * i, episodes, places),
      arrayMap((e, i) -> bitShiftLeft(toUInt128(toUnixTimestamp64Milli(e.14)), 84) + look + 2 * i + 1, episodes, places))), toUInt128(0)) AS line,
    arrayFilter(v -> bitAnd(v, look) != 0, line) AS looks,
    arraySort((v, l) -> bitAnd(l, look - 1), arrayFilter((v, l) -> bitAnd(l, look) != 0, arrayFill(v -> bitAnd(v, look) = 0 AND bitAnd(v, 3) != 0, line), line), looks) AS toned,
    arraySort((v, l) -> bitAnd(l, look - 1), arrayFilter((v, l) -> bitAnd(l, look) != 0, arrayFill(v -> bitAnd(v, look) = 0, line), line), looks) AS said,
    arrayFilter((v, i) -> i % 2 = 1, toned, arrayEnumerate(toned)) AS toned_since, arrayFilter((v, i) -> i % 2 = 0, toned, arrayEnumerate(toned)) AS toned_until,
    arrayFilter((v, i) -> i % 2 = 0, said, arrayEnumerate(said)) AS heard_until
  FROM (
    SELECT
      sipHash128(source, author, toString(f.brand)) AS key, toString(any(f.brand)) AS brand,
      groupArray((opener, source, language, toString(topic), toString(intent), toString(sentiment), handle, opener_id, opened_at, left_out, skewed, answered, since, until)) AS episodes
    FROM (@episodes) AS f
    GROUP BY key) AS e
  LEFT ANY JOIN (SELECT key, groupArray(said) AS posts FROM (@Recovery/Told) GROUP BY key) AS w ON w.key = e.key)
ARRAY JOIN episodes AS episode, toned_since AS before_since, toned_until AS before_until, heard_until AS said_until
