SELECT format('%s of %s answered', count(answered), count(*))
  || coalesce(format(', median %s s', round(extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY answered - posted_at)))), '')
FROM (
  SELECT p.posted_at, (SELECT min(a.posted_at) FROM posts AS a WHERE a.parent = p.post AND a.party = 'own') AS answered
  FROM posts AS p
  WHERE p.brand = 'Aurora' AND p.party = 'customer' AND p.parent IS NULL AND p.posted_at >= @from AND p.posted_at < @to) AS openings
