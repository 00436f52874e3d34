-- Four posts of each conversation from {first} on, {count} conversations.
INSERT INTO posts
  (posted_at, post, source, id, conversation, author, handle, author_name, followers, party, brands, text, language, audience, channel, url, reply, repost,
   intent, sentiment, topic, first_seen, arrival, source_posted_at, clamped, edited_at, deleted_at, versions, revision, gone)
WITH
  (salt -> cityHash64(c, turn, salt) / 18446744073709551616.) AS chance,
  {from:DateTime64(3, 'UTC')} + toIntervalMillisecond(toUInt64(cityHash64(c, 'at') % {milliseconds:UInt64}) + toUInt64(turn * 4000000 * chance('at'))) AS at,
  'u' || toString(cityHash64(c, 'author') % 1600000) AS customer,
  ['Aurora', 'Aurora', 'Aurora', 'Borealis', 'Cygnus'][cityHash64(c, 'brand') % 5 + 1] AS brand,
  'still,waiting,for,refund,app,crashes,when,pay,no,internet,since,morning,where,parcel,agent,hung,up,change,plan,charged,twice,flight,cancelled,nobody,answers,order,number,website' AS words
SELECT
  at, reinterpretAsUInt128(sipHash128(c, turn + 1)), ['mastodon', 'bluesky', 'forum'][cityHash64(c, 'source') % 3 + 1], toString(c) || '-' || toString(turn), bitShiftLeft(toUInt128(toUnixTimestamp(at)), 96) + c,
  if(turn = 1, brand, customer), if(turn = 1, brand, customer), '', NULL, multiIf(turn != 1, 'customer', brand = 'Aurora', 'own', 'competitor'), [brand],
  '@' || lower(brand) || ' ' || arrayStringConcat(arrayMap(i -> splitByChar(',', words)[cityHash64(c, turn, i) % 28 + 1], range(8 + cityHash64(c, turn) % 8)), ' '),
  ['en', 'de', 'fr', ''][cityHash64(c, 'language') % 4 + 1], 'public', '', '', turn > 0, false,
  multiIf(chance('sorted') >= 0.9, '', turn = 1, 'none', chance('intent') < 0.6, 'complaint', chance('intent') < 0.8, 'question', chance('intent') < 0.9, 'praise', 'none') AS sorted,
  if(sorted = '', '', ['negative', 'negative', 'negative', 'neutral', 'neutral', 'positive'][cityHash64(c, turn, 'tone') % 6 + 1]),
  if(sorted = '', '', ['refund', 'delivery', 'network', 'billing', 'account', 'service', 'app', 'none'][cityHash64(c, 'topic') % 8 + 1]),
  at + toIntervalMillisecond(toUInt64(2000 * chance('seen'))), 'live', at, false, NULL, if(chance('deleted') < 0.02, at + toIntervalDay(1), NULL), 1, {revision:UInt64}, false
FROM (SELECT number AS c, arrayJoin(range(4)) AS turn FROM numbers({first:UInt64}, {count:UInt64}))
