-- What one reading of posts tells several metrics, each by the rule of its own rows (Posts/Written, Posts/Complaints, Posts/Questions, Posts/Praise, Posts/Toned): posts alike in what
-- any of them looks at are counted first, and then told to each that is asked as (metric, reason, counted, hit).
SELECT
  told.1 AS metric, key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(sumIf(rows, told.3)) AS n,
  toInt64(sumIf(rows, told.2 = '')) AS among,
  toFloat64(sumIf(rows, told.3 AND told.4)) AS hits,
  toFloat64(sumIf(rows, told.3 AND tone = 3)) AS positive,
  toFloat64(sumIf(rows, told.3 AND tone = 1)) AS negative,
  multiIf(n = 0, NULL, metric = 'net_sentiment', (positive - negative) / n, metric = 'coverage', hits / n, toFloat64(n)) AS value,
  sumMapIf([told.2], [rows], told.2 != '' AND @numbers) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (
  SELECT
    arrayJoin(@keys) AS key, tone, rows,
    if(gone, 'deleted', '') AS reason,
    multiIf(gone, 'deleted', tone = 0, 'not sorted', '') AS untoned,
    arrayJoin(arrayFilter(t -> has({metrics:Array(String)}, t.1), [
      ('posts', reason, reason = '', true),
      ('complaints', reason, reason = '' AND meant = 1, true),
      ('questions', reason, reason = '' AND meant = 2, true),
      ('praise', reason, reason = '' AND meant = 3, true),
      ('net_sentiment', untoned, untoned = '', true),
      ('coverage', reason, reason = '', meant != 0)])) AS told
  FROM (
    -- In numbers of fixed size, by which rows are put together in a fraction of the time that words take.
    SELECT place, any(word) AS groups, meant, tone, gone, count() AS rows
    FROM (
      SELECT @place AS place, groups AS word, @hash AS hash, meant, tone, gone
      FROM (
        SELECT
          posted_at AS at, ifNull(deleted_at <= {as_of:DateTime64(3, 'UTC')}, false) AS gone, @groups AS groups,
          CAST(transform(intent, ['', 'complaint', 'question', 'praise'], [0, 1, 2, 3], 4) AS UInt8) AS meant,
          CAST(transform(sentiment, ['negative', 'neutral', 'positive'], [1, 2, 3], 0) AS UInt8) AS tone
        FROM posts
        WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
          AND @audience AND @brands AND @filter)
      WHERE @in_group)
    GROUP BY place, hash, meant, tone, gone))
GROUP BY metric, key
