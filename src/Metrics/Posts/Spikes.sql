-- Posts that were written in a spike: a minute or hour (the grain) with more than is usual in its hour of the reporting week.
-- Usual is the median m of that hour over the eight weeks before, at least four of which must be known; an hour without posts counts as 0.
-- The bound is m + 5 · max(sqrt(max(m, 1)), 1.4826 · MAD): five standard deviations of a Poisson count, or of the weeks themselves where these
-- differ more (1.4826 · MAD estimates it without being moved by an earlier spike: Rousseeuw and Croux, 1993). In a minute a sixtieth is usual.
SELECT
  w.* EXCEPT (counted),
  w.reason = '' AND intDiv(toUnixTimestamp64Milli(w.at), {grain:Int64}) IN (
    SELECT step
    FROM (
      SELECT
        step, seen,
        arrayCount(k -> addWeeks(hour, -k) >= first, range(1, 9)) AS weeks,
        arrayResize(counts, weeks) AS usual,
        arrayReduce('quantileExactInclusive(0.5)', usual) AS m,
        arrayReduce('quantileExactInclusive(0.5)', arrayMap(x -> abs(x - m), usual)) AS mad,
        {grain:Int64} / 3600000 AS part
      FROM (
        SELECT intDiv(toUnixTimestamp64Milli(posted_at), {grain:Int64}) AS step, toStartOfHour(any(posted_at), {zone:String}) AS hour, count() AS seen
        FROM posts
        WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
      AND (deleted_at IS NULL OR deleted_at > {as_of:DateTime64(3, 'UTC')}) AND @audience AND @brands AND @filter
        GROUP BY step
        HAVING seen >= {least:Int64}) AS now
      LEFT ANY JOIN (
        SELECT addWeeks(past, arrayJoin(range(1, 9))) AS hour, groupArray(toInt64(seen)) AS counts
        FROM (
          SELECT toStartOfHour(posted_at, {zone:String}) AS past, count() AS seen
          FROM posts
          WHERE posted_at >= {since:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
      AND (deleted_at IS NULL OR deleted_at > {as_of:DateTime64(3, 'UTC')}) AND @audience AND @brands AND @filter
          GROUP BY past)
        GROUP BY hour) AS before USING (hour)
      CROSS JOIN (
        SELECT toStartOfHour(min(posted_at), {zone:String}) AS first
        FROM posts
        WHERE posted_at >= {since:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
      AND (deleted_at IS NULL OR deleted_at > {as_of:DateTime64(3, 'UTC')}) AND @audience AND @brands AND @filter) AS known)
    WHERE weeks >= 4 AND seen > m * part + 5 * greatest(sqrt(greatest(m * part, 1)), 1.4826 * mad * part)) AS counted
FROM (@Posts/Written) AS w
