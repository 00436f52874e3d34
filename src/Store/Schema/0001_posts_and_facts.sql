-- Truth: append-only, everything else can be derived from it.

CREATE TABLE post_versions
(
  post UInt128,                        -- sipHash128 of (source, id)
  version UInt128,                     -- (newest instant in ms, deleted, content hash): equal instants must not depend on arrival order
  seq UInt64,                          -- order of arrival, for the projector's mark
  first_seen DateTime64(3, 'UTC'),
  arrival Enum8('live' = 0, 'backfill' = 1),
  source_posted_at DateTime64(3, 'UTC'),
  posted_at DateTime64(3, 'UTC'),      -- clamped, the partition's instant
  raw String CODEC(ZSTD),              -- the post in its wire form
  INDEX by_seq seq TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree
ORDER BY (post, version);

CREATE TABLE labels
(
  post UInt128,
  task LowCardinality(String),
  rank UInt8,                          -- 2 a person, 1 a model: a person's label beats any model's
  at DateTime64(3, 'UTC'),
  value LowCardinality(String),
  confidence Float32,
  model LowCardinality(String)
)
ENGINE = ReplacingMergeTree
ORDER BY (post, task, rank, at);

-- Derived by one projector.

CREATE TABLE place
(
  post UInt128,
  conversation UInt128,                -- seconds of its first post << 96 | hash of its first root: neighbours in time are neighbours on disk
  posted_at DateTime64(3, 'UTC'),
  seen Bool,                           -- false: a phantom, known only because something answers it
  revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY post
SETTINGS index_granularity = 1024;

CREATE TABLE posts
(
  posted_at DateTime64(3, 'UTC'),
  post UInt128,
  source LowCardinality(String),
  id String,
  conversation UInt128,
  author String,
  handle String,
  author_name String,
  followers Nullable(Int64),
  party Enum8('customer' = 0, 'own' = 1, 'competitor' = 2, 'other_brand' = 3, 'employee' = 4, 'automated' = 5),
  brands Array(LowCardinality(String)), -- named by handle, alias or watch term; for a brand's account its brand too
  text String,
  language LowCardinality(String),
  audience Enum8('public' = 0, 'internal' = 1),
  channel LowCardinality(String),
  url String,
  reply Bool,
  repost Bool,
  intent LowCardinality(String),       -- '' until something sorts
  sentiment LowCardinality(String),
  topic LowCardinality(String),
  first_seen DateTime64(3, 'UTC'),
  arrival Enum8('live' = 0, 'backfill' = 1),
  source_posted_at DateTime64(3, 'UTC'),
  clamped Bool,
  edited_at Nullable(DateTime64(3, 'UTC')),
  deleted_at Nullable(DateTime64(3, 'UTC')),
  versions UInt32,
  revision UInt64,
  gone Bool,
  INDEX by_text lower(text) TYPE text(tokenizer = splitByNonAlpha) GRANULARITY 100000000
)
ENGINE = ReplacingMergeTree(revision, gone)
PARTITION BY toStartOfQuarter(posted_at)
ORDER BY (posted_at, post);

CREATE TABLE thread
(
  conversation UInt128,
  posted_at DateTime64(3, 'UTC'),
  post UInt128,
  source LowCardinality(String),
  id String,
  parent Nullable(UInt128),
  author String,
  handle String,
  party Enum8('customer' = 0, 'own' = 1, 'competitor' = 2, 'other_brand' = 3, 'employee' = 4, 'automated' = 5),
  account LowCardinality(String),
  brands Array(LowCardinality(String)),
  mentions Array(String),
  language LowCardinality(String),
  fingerprint UInt64,                  -- of a brand's reply without names; 0 for everyone else
  repost Bool,
  relevance Enum8('about_us' = 0, 'not_us' = 1, 'spam' = 2, 'excluded' = 3),
  intent LowCardinality(String),
  sentiment LowCardinality(String),
  deleted_at Nullable(DateTime64(3, 'UTC')),
  revision UInt64,
  gone Bool
)
ENGINE = ReplacingMergeTree(revision, gone)
ORDER BY (conversation, posted_at, post)
SETTINGS index_granularity = 256;

CREATE TABLE waits
(
  brand LowCardinality(String),
  opened_at DateTime64(3, 'UTC'),
  conversation UInt128,
  author String,
  number UInt32,
  kind Enum8('own' = 0, 'competitor' = 1),
  source LowCardinality(String),
  language LowCardinality(String),
  handle String,
  opener UInt128,
  opener_id String,
  episode UInt32,
  first_of_episode Bool,
  silence_episode UInt32,
  first_of_silence_episode Bool,
  closed_at Nullable(DateTime64(3, 'UTC')),
  closed_by Nullable(UInt128),
  skewed Bool,
  automated_at Nullable(DateTime64(3, 'UTC')),
  resolved_at Nullable(DateTime64(3, 'UTC')),
  censored_at Nullable(DateTime64(3, 'UTC')),
  replied_at Nullable(DateTime64(3, 'UTC')),
  rival_at Nullable(DateTime64(3, 'UTC')),
  rival LowCardinality(String),
  helped_at Nullable(DateTime64(3, 'UTC')),
  left_out LowCardinality(String),
  label_set UInt64,
  calendar UInt32,
  revision UInt64,
  gone Bool
)
ENGINE = ReplacingMergeTree(revision, gone)
ORDER BY (brand, opened_at, conversation, author, number);

CREATE TABLE wait_keys
(
  conversation UInt128,
  brands Array(String),                -- four arrays of one length: the keys of its waits
  opened_at Array(DateTime64(3, 'UTC')),
  authors Array(String),
  numbers Array(UInt32),
  revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY conversation;

-- What a brand's accounts wrote, by wording: the same words five times in thirty days, each within ten seconds, were no person's.
CREATE TABLE wordings
(
  fingerprint UInt64,
  posted_at DateTime64(3, 'UTC'),
  post UInt128,
  conversation UInt128,
  revision UInt64,
  gone Bool
)
ENGINE = ReplacingMergeTree(revision, gone)
ORDER BY (fingerprint, posted_at, post);

-- What each batch brought, for coverage; the key is the batch's own, so a batch written twice is one.
CREATE TABLE batches
(
  batch UUID,
  at DateTime64(3, 'UTC'),
  source LowCardinality(String),
  arrival Enum8('live' = 0, 'backfill' = 1),
  accepted UInt64,
  duplicates UInt64,
  updated UInt64,
  rejected UInt64
)
ENGINE = ReplacingMergeTree
ORDER BY (at, batch, source);

-- One row a name: how far the projector came, which registry it used.
CREATE TABLE marks
(
  name String,
  value String,
  revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY name;

-- Published: every reader sees one version, nobody sees the machinery. do_not_merge_across_partitions_select_final is set at connect.

CREATE VIEW {published}.posts AS
SELECT * EXCEPT (gone)
FROM {database}.posts FINAL;

CREATE VIEW {published}.waits AS
SELECT * EXCEPT (gone)
FROM {database}.waits FINAL;

CREATE VIEW {published}.batches AS
SELECT *
FROM {database}.batches FINAL;
