-- What came in from each source, kept or not, and how long it has been quiet: seconds since it last brought something new, whenever that was.
SELECT
  toString(source) AS grouping,
  toFloat64(sumIf(s.accepted, inside)) AS accepted, toFloat64(sumIf(s.duplicates, inside)) AS duplicates,
  toFloat64(sumIf(s.updated, inside)) AS updated, toFloat64(sumIf(s.rejected, inside)) AS rejected,
  toFloat64(uniqExactIf(batch, inside)) AS batches,
  if(countIf(s.accepted + s.updated > 0) = 0, NULL, dateDiff('millisecond', maxIf(s.at, s.accepted + s.updated > 0), {as_of:DateTime64(3, 'UTC')}) / 1000) AS quiet
FROM (
  SELECT b.*, b.at >= {from:DateTime64(3, 'UTC')} AND b.at < {to:DateTime64(3, 'UTC')} AS inside
  FROM batches AS b
  WHERE b.at <= {as_of:DateTime64(3, 'UTC')}) AS s
GROUP BY grouping
