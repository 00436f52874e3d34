SELECT
  conversation, posted_at, post, source, id, parent, author, handle, toUInt8(party) AS party, account, brands, mentions, language, repost,
  toUInt8(relevance) AS relevance, intent, sentiment, topic, asks, deleted_at
FROM thread FINAL
WHERE conversation IN ({conversations:Array(UInt128)})
ORDER BY conversation, posted_at, post
