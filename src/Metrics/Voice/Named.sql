-- Customers' posts that name a registered brand, each with the brands it names. Sources in which some brands are looked for and others are not tell nothing of
-- shares, whoever wrote there.
SELECT
  toString(source) AS source, id, handle, author, posted_at, post, first_seen, toString(language) AS language, toString(topic) AS topic, toString(intent) AS intent,
  toString(sentiment) AS sentiment,
  arrayFilter(b -> has({registered:Array(String)}, b), arrayMap(b -> toString(b), p.brands)) AS brands,
  multiIf(
    deleted_at <= {as_of:DateTime64(3, 'UTC')}, 'deleted',
    {even_known:Bool} AND NOT has({even:Array(String)}, source), 'brands not searched alike',
    '') AS reason
FROM posts AS p
WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
  AND p.party = 'customer' AND NOT p.repost AND notEmpty(p.brands) AND @audience AND @filter
