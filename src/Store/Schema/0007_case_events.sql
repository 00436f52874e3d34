-- What agents did to cases, truth like the posts: keyed by the event itself, so that an event sent twice is one. It hangs on a post and goes where that
-- post's conversation goes.

CREATE TABLE IF NOT EXISTS case_events
(
  post UInt128,
  event UUID,
  at DateTime64(3, 'UTC'),
  brand LowCardinality(String),
  author String,
  kind LowCardinality(String),         -- CaseEventKind by name
  reason String,
  seq UInt64,                          -- in one row with the versions', so that the projector sees an event too
  INDEX by_seq seq TYPE minmax GRANULARITY 8
)
ENGINE = ReplacingMergeTree(seq)
ORDER BY (post, event)
SETTINGS index_granularity = 256;
