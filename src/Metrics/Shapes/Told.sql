-- What one reading of posts tells several metrics, each by the rule of its own rows (Posts/Written, Posts/Complaints, Posts/Questions, Posts/Praise, Posts/Toned): posts alike in what
-- any of them looks at are counted first, and then told to each as (metric, reason, counted, hit).
SELECT
  told.1 AS metric, key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(sumIf(rows, told.3)) AS n,
  toInt64(sumIf(rows, told.2 = '')) AS among,
  toFloat64(sumIf(rows, told.3 AND told.4)) AS hits,
  toFloat64(sumIf(rows, told.3 AND sentiment = 'positive')) AS positive,
  toFloat64(sumIf(rows, told.3 AND sentiment = 'negative')) AS negative,
  multiIf(n = 0, NULL, metric = 'net_sentiment', (positive - negative) / n, metric = 'coverage', hits / n, toFloat64(n)) AS value,
  sumMapIf([told.2], [rows], told.2 != '' AND key.1 = 0) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (
  SELECT
    arrayJoin(@keys) AS key, sentiment, rows,
    multiIf(reason != '', reason, sentiment IN ('positive', 'negative', 'neutral'), '', 'not sorted') AS untoned,
    arrayJoin([
      ('posts', reason, reason = '', true),
      ('complaints', reason, reason = '' AND intent = 'complaint', true),
      ('questions', reason, reason = '' AND intent = 'question', true),
      ('praise', reason, reason = '' AND intent = 'praise', true),
      ('net_sentiment', untoned, untoned = '', true),
      ('coverage', reason, reason = '', intent != '')]) AS told
  FROM (
    SELECT @place AS place, groups, intent, sentiment, reason, count() AS rows
    FROM (
      SELECT posted_at AS at, intent, sentiment, if(deleted_at <= {as_of:DateTime64(3, 'UTC')}, 'deleted', '') AS reason, @groups AS groups
      FROM posts
      WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
        AND @audience AND @brands AND @filter)
    WHERE @in_group
    GROUP BY place, groups, intent, sentiment, reason))
GROUP BY metric, key
