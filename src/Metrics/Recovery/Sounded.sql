-- Episodes with how their authors sounded about the brand last before `since` and last after it, not later than `until`; '' where they said nothing or
-- nothing has sorted it. Each episode looks twice at what was said (0 before, 1 after) and is put together again.
SELECT
  opener, toString(each_brand) AS brand,
  any(row) AS r, r.1 AS source, r.2 AS language, r.3 AS topic, r.4 AS intent, r.5 AS sentiment, r.6 AS handle, r.7 AS opener_id, r.8 AS opened_at, r.9 AS left_out, r.10 AS skewed,
  r.11 AS answered, r.12 AS since, r.13 AS until,
  anyIf(last_tone, look = 0 AND toned_at >= start) AS earlier,
  if(earlier != '', earlier, if(sentiment IN ('positive', 'neutral', 'negative'), sentiment, '')) AS before,
  countIf(look = 1 AND said_at > start) > 0 AS heard,
  anyIf(last_tone, look = 1 AND toned_at > start) AS after
FROM (
  SELECT
    f.look AS look, f.start AS start, f.opener AS opener, f.brand AS each_brand, f.row AS row,
    t.said_at AS said_at, coalesce(t.toned_at, toDateTime64(0, 3, 'UTC')) AS toned_at, coalesce(t.last_tone, '') AS last_tone
  FROM (
    SELECT
      opener, toString(brand) AS brand, source, author,
      (source, language, toString(topic), toString(intent), toString(sentiment), handle, opener_id, opened_at, left_out, skewed, answered, since, until) AS row,
      arrayJoin([(toUInt8(0), opened_at, since), (toUInt8(1), since, until)]) AS turn,
      turn.1 AS look, turn.2 AS start, turn.3 AS upto
    FROM (@episodes)) AS f
  ASOF LEFT JOIN (@Recovery/Tones) AS t ON t.source = f.source AND t.author = f.author AND t.about = f.brand AND f.upto >= t.said_at)
GROUP BY opener, each_brand
