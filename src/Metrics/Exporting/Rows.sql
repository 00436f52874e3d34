-- The rows behind a number, with what their posts say now.
SELECT
  r.kind AS kind, r.source AS source, r.id AS id, r.handle AS handle, r.brand AS brand, r.at AS at, if(@timed, toFloat64(r.ms) / 1000, NULL) AS seconds, r.state AS state, r.hit AS hit,
  t.text AS text, t.url AS url
FROM (SELECT kind, toString(source) AS source, id, handle, toString(brand) AS brand, at, post, ms, toString(state) AS state, hit FROM (@rows) WHERE counted AND @restriction AND {has_rows:Bool}) AS r
LEFT ANY JOIN (
  SELECT post, text, url
  FROM posts
  WHERE (posted_at, post) IN (SELECT at, post FROM (@rows) WHERE counted AND @restriction AND {has_rows:Bool})) AS t ON t.post = r.post
ORDER BY r.at, r.post, r.brand
