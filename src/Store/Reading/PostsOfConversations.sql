SELECT
  p.post AS post, p.source AS source, p.id AS id, p.author AS author, p.handle AS handle, p.author_name AS author_name, p.followers AS followers,
  toUInt8(p.party) AS party, p.brands AS brands, p.text AS text, p.posted_at AS posted_at, p.clamped AS clamped, p.edited_at AS edited_at,
  p.deleted_at AS deleted_at, t.parent AS parent, toUInt8(p.audience) AS audience, p.language AS language, p.url AS url, p.intent AS intent,
  p.sentiment AS sentiment, p.topic AS topic, p.use_case AS use_case, p.answer_kind AS answer_kind, t.edges AS edges,
  if(t.relevance = 'about_us', '', toString(t.relevance)) AS relevance, t.conversation AS conversation
FROM
(
  SELECT *, answer_kind FROM posts FINAL
  WHERE (posted_at, post) IN (SELECT posted_at, post FROM thread FINAL WHERE conversation IN ({conversations:Array(UInt128)}))
) AS p
INNER JOIN (SELECT post, parent, edges, relevance, conversation FROM thread FINAL WHERE conversation IN ({conversations:Array(UInt128)})) AS t ON p.post = t.post
ORDER BY posted_at, post
