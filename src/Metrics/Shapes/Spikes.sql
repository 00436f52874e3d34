-- How many posts were written in spikes, by the rule of Posts/Spikes.sql, among how many: in one reading. Posts of one cell of time are counted first: a cell lies within one step, one local
-- hour and one bucket, so that these are told of its earliest post. Then steps are counted, those of the weeks before by hour only. Each hour gives its count to the eight that may be measured by it, one to eight weeks later (`past`), and each step of the period
-- comes to its own hour with what it counts for (`now`).
SELECT
  key.1 AS cut, key.2 AS bucket, key.3 AS grouping,
  toInt64(sumIf(rows, counted)) AS n,
  toInt64(sumIf(rows, reason = '')) AS among,
  if(n = 0, NULL, toFloat64(n)) AS value,
  sumMapIf([reason], [rows], reason != '' AND @numbers) AS reasons,
  reasons.1 AS left_out, reasons.2 AS left_out_counts
FROM (
  SELECT
    arrayJoin(@keys) AS key, reason, rows,
    reason = '' AND weeks >= 4 AND seen >= {least:Int64} AND seen > m * part + 5 * greatest(sqrt(greatest(m * part, 1)), 1.4826 * mad * part) AS counted
  FROM (
    SELECT
      hour, nows,
      arrayCount(k -> addWeeks(hour, -k) >= first, range(1, 9)) AS weeks,
      arrayResize(pasts.2, weeks) AS usual,
      arrayReduce('quantileExactInclusive(0.5)', usual) AS m,
      arrayReduce('quantileExactInclusive(0.5)', arrayMap(x -> abs(x - m), usual)) AS mad,
      {grain:Int64} / 3600000 AS part
    FROM (
      SELECT
        each.1 AS hour, any(beginning) AS first,
        sumMapIf([written], [toInt64(rows)], each.2) AS pasts,
        groupArrayIf((seen, place, groups, reason, rows), NOT each.2) AS nows
      FROM (
        SELECT
          *,
          arrayJoin(arrayConcat(
            arrayMap(i -> (toStartOfHour(earliest_of_step, {zone:String}), false), range(toUInt8(inside))),
            arrayMap(k -> (addWeeks(written, k), true), range(1, if(reason = '', 9, 1))))) AS each
        FROM (
          SELECT
            written, place, groups, reason, rows, inside,
            sumIf(rows, inside AND reason = '') OVER (PARTITION BY step) AS seen,
            minIf(earliest, inside AND reason = '') OVER (PARTITION BY step) AS earliest_of_step,
            toStartOfHour(minIf(earliest, reason = '') OVER (), {zone:String}) AS beginning
          FROM (
            SELECT
              inside,
              if(inside, intDiv(toUnixTimestamp64Milli(at), {grain:Int64}), 0) AS step,
              toStartOfHour(at, {zone:String}) AS written,
              if(inside, @place, 0) AS place,
              named AS groups, if(gone, 'deleted', '') AS reason, sum(posts) AS rows, min(at) AS earliest
            FROM (
              SELECT min(posted_at) AS at, inside, gone, any(groups) AS named, count() AS posts
              FROM (
                SELECT
                  posted_at, intDiv(toUnixTimestamp64Milli(posted_at), {cell:Int64}) AS cell, posted_at >= {from:DateTime64(3, 'UTC')} AS inside,
                  ifNull(deleted_at <= {as_of:DateTime64(3, 'UTC')}, false) AS gone, @groups AS groups, @hash AS hash
                FROM posts
                WHERE posted_at >= {since:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
                  AND @audience AND @brands AND @filter)
              GROUP BY cell, inside, gone, hash)
            GROUP BY inside, step, written, place, groups, reason)))
      GROUP BY hour
      HAVING notEmpty(nows)))
  ARRAY JOIN nows.1 AS seen, nows.2 AS place, nows.3 AS groups, nows.4 AS reason, nows.5 AS rows
  WHERE @in_group)
GROUP BY key
