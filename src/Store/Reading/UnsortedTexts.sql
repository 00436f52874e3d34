-- Posts whose newest version no model has sorted, neither when it was stored nor later. Their words are read only once they are found.
SELECT post, argMax(raw, (version, seq)) AS raw
FROM post_versions
WHERE post IN (
  SELECT post
  FROM post_versions
  WHERE post > {after:UInt128} AND post NOT IN (SELECT post FROM labels WHERE rank = 1)
  GROUP BY post
  HAVING empty(argMax(sorted_tasks, (version, seq)))
  ORDER BY post
  LIMIT {page:UInt32})
GROUP BY post
ORDER BY post
