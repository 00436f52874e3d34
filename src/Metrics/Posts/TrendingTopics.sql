-- Posts of the period whose topic has a larger share of all posts with a topic than in the four weeks before, by more than chance explains: the
-- log-likelihood ratio (Dunning 1993, all four cells) of its posts against the others', now (a of n) against before (b of m).
SELECT
  'post' AS kind, p.source AS source, p.id AS id, p.handle AS handle, '' AS brand, p.posted_at AS at, p.post AS post,
  dateDiff('millisecond', p.posted_at, p.first_seen) AS ms,
  t.ratio > 0 AS hit,
  multiIf(NOT hit, '', t.b = 0, 'new', 'rising') AS state,
  '' AS reason,
  hit AS counted,
  t.a / t.n AS share, t.b / t.m AS share_before, t.b AS before, t.ratio AS ratio,
  p.topic AS groups
FROM (SELECT * FROM (@Posts/Topics) WHERE posted_at >= {from:DateTime64(3, 'UTC')}) AS p
LEFT ANY JOIN (
  SELECT
    topic, a, b, n, m,
    (a + b) / (n + m) AS rate,
    2 * (
      a * log(a / (n * rate)) + if(b = 0, 0, b * log(b / (m * rate)))
      + if(a = n, 0, (n - a) * log((n - a) / (n * (1 - rate)))) + if(b = m, 0, (m - b) * log((m - b) / (m * (1 - rate))))) AS ratio
  FROM (
    SELECT
      topic, countIf(posted_at >= {from:DateTime64(3, 'UTC')}) AS a, countIf(posted_at < {from:DateTime64(3, 'UTC')}) AS b,
      uniqIf((source, author), posted_at >= {from:DateTime64(3, 'UTC')}) AS authors,
      sum(a) OVER () AS n, sum(b) OVER () AS m
    FROM (@Posts/Topics)
    GROUP BY topic)
  WHERE authors >= 3 AND m >= 20 AND a * m > b * n AND ratio >= 10.83) AS t ON t.topic = p.topic
