-- Posts of the period with the trending phrases that each says. A phrase trends in its topic when the log-likelihood ratio of its posts in the period (a of n) against
-- the 28 days before (b of m) is large: 2 (a ln(a / e) + b ln(b / f)), where e and f are what both would be at one rate (Dunning 1993, "Accurate methods for the
-- statistics of surprise and coincidence"; Rayson and Garside 2000). A word that stands in a pair which four in five of its posts say is told by the pair.
SELECT
  'post' AS kind, toString(source) AS source, id, handle, '' AS brand, posted_at AS at, post,
  dateDiff('millisecond', posted_at, first_seen) AS ms,
  topic AS state,
  notEmpty(groups) AS hit,
  '' AS reason,
  hit AS counted,
  arrayIntersect(said, trending) AS groups
FROM (@Posts/Said) AS s
CROSS JOIN (
  SELECT groupArrayArray(strongest) AS trending
  FROM (
    SELECT
      topic,
      arraySlice(arrayReverseSort(p -> (p.3, p.1), groupArray((phrase, a, ratio))), 1, 30) AS loud,
      arrayMap(p -> p.1, arraySlice(arrayFilter(p -> NOT arrayExists(o -> o.1 != p.1 AND position(o.1 || ' ', substring(p.1, length(topic) + 2) || ' ') > 0 AND o.2 >= 0.8 * p.2, loud), loud), 1, 5)) AS strongest
    FROM (
      SELECT
        c.topic AS topic, c.phrase AS phrase, c.a AS a, c.b AS b, t.n AS n, t.m AS m,
        n * (a + b) / (n + m) AS e, m * (a + b) / (n + m) AS f,
        2 * (a * log(a / e) + if(b = 0, 0, b * log(b / f))) AS ratio
      FROM (
        SELECT topic, arrayJoin(said) AS phrase, countIf(posted_at >= {from:DateTime64(3, 'UTC')}) AS a, countIf(posted_at < {from:DateTime64(3, 'UTC')}) AS b
        FROM (@Posts/Said)
        WHERE phrase IN (
          SELECT arrayJoin(said) AS phrase
          FROM (@Posts/Said)
          WHERE posted_at >= {from:DateTime64(3, 'UTC')}
          GROUP BY phrase
          HAVING uniq((source, author)) >= 3)
        GROUP BY topic, phrase) AS c
      INNER JOIN (
        SELECT toString(topic) AS topic, countIf(posted_at >= {from:DateTime64(3, 'UTC')}) AS n, countIf(posted_at < {from:DateTime64(3, 'UTC')}) AS m
        FROM (@Posts/Said)
        GROUP BY topic
        HAVING m >= 20) AS t ON t.topic = toString(c.topic)
      WHERE a / n > b / m AND ratio >= 15.13)
    GROUP BY topic)) AS k
WHERE posted_at >= {from:DateTime64(3, 'UTC')}
