-- What came in, kept or not.
SELECT
  toFloat64(sum(accepted)) AS accepted, toFloat64(sum(duplicates)) AS duplicates, toFloat64(sum(updated)) AS updated, toFloat64(sum(rejected)) AS rejected
FROM batches
WHERE at >= {from:DateTime64(3, 'UTC')} AND at < {to:DateTime64(3, 'UTC')} AND at <= {as_of:DateTime64(3, 'UTC')}
