SELECT said.post AS post, said.best AS value, said.at AS at, said.who AS who, versions.raw AS raw
FROM
(
  SELECT post, argMax(value, (labels.at, value)) AS best, argMax(model, (labels.at, value)) AS who, max(labels.at) AS at
  FROM labels
  WHERE task = {task:String} AND rank = 2
  GROUP BY post
  HAVING best != ''
) AS said
INNER JOIN
(
  SELECT post, argMax(raw, (version, seq)) AS raw
  FROM post_versions
  WHERE post IN (SELECT post FROM labels WHERE task = {task:String} AND rank = 2)
  GROUP BY post
) AS versions ON said.post = versions.post
ORDER BY post
