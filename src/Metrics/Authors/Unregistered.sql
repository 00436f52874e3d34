-- Accounts of nobody whose handle or name holds one of `names`, by how many people they answered who waited. Letters and figures are compared alone: "acme_help" holds "acme". What
-- stands behind an @ is a server's name, not the account's. Of several names the first is meant: they come with the longest first. Most accounts answer once; only of the others
-- are names looked at, which costs more than counting.
SELECT source, handle, {brands:Array(String)}[held] AS brand, toInt64(uniqExact(waiting)) AS people, toInt64(uniqExact(post)) AS answers, max(posted_at) AS last
FROM (
  SELECT a.source AS source, a.handle AS handle, a.held AS held, a.post AS post, a.posted_at AS posted_at, w.author AS waiting
  FROM (SELECT conversation, author, opened_at FROM waits WHERE opened_at >= subtractDays((SELECT max(posted_at) FROM posts), 90)) AS w
  INNER JOIN (
    SELECT
      toString(source) AS source, author, handle, conversation, post, posted_at,
      replaceRegexpAll(lowerUTF8(splitByChar('@', handle)[1]), '[^\\p{L}\\p{N}]', '') AS account,
      replaceRegexpAll(lowerUTF8(author_name), '[^\\p{L}\\p{N}]', '') AS called,
      arrayFirstIndex(name -> position(account, name) > 0 OR position(called, name) > 0, {names:Array(String)}) AS held
    FROM (@Authors/Replies)
    WHERE (source, author) IN (SELECT toString(source), author FROM (@Authors/Replies) GROUP BY source, author HAVING count() >= {least:UInt32}) AND held > 0) AS a ON a.conversation = w.conversation
  WHERE a.author != w.author AND a.posted_at >= w.opened_at)
GROUP BY source, handle, held
HAVING people >= {least:UInt32} AND answers >= {least:UInt32}
ORDER BY people DESC, last DESC, handle
LIMIT {most:UInt32}
