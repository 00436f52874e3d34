-- Truth: append-only, everything else can be derived from it.

CREATE TABLE post_versions
(
  post UInt128,                        -- PostKey of (source, id)
  version UInt128,                     -- (newest instant in ms, deleted, content hash): equal instants must not depend on arrival order
  seq UInt64,                          -- order of arrival, for the projector's mark
  first_seen DateTime64(3, 'UTC'),
  arrival Enum8('live' = 0, 'backfill' = 1),
  source_posted_at DateTime64(3, 'UTC'),
  raw String CODEC(ZSTD),              -- the post in its wire form
  redacted Bool,                       -- its words are gone; what was concluded from them stays in the columns below
  kept_brands Array(LowCardinality(String)),
  kept_excluded Bool,
  kept_fingerprint UInt64,
  INDEX by_seq seq TYPE minmax GRANULARITY 8
)
ENGINE = ReplacingMergeTree(seq)
ORDER BY (post, version)
SETTINGS index_granularity = 256;      -- a batch's posts are everywhere in it: little is read around each

CREATE TABLE labels
(
  post UInt128,
  task LowCardinality(String),
  rank UInt8,                          -- 2 a person, 1 a model: a person's label beats any model's
  at DateTime64(3, 'UTC'),
  value LowCardinality(String),
  confidence Float32,
  model LowCardinality(String),
  seq UInt64,                          -- in one row with the versions', so that the projector sees a label too
  INDEX by_seq seq TYPE minmax GRANULARITY 8
)
ENGINE = ReplacingMergeTree(seq)
ORDER BY (post, task, rank, at, value)
SETTINGS index_granularity = 256;

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
  edges Array(UInt128),                -- every post that ties it into its conversation, by any of its versions
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
ORDER BY conversation
SETTINGS index_granularity = 256;

-- Quick replies of brands' accounts by wording: the same words five times in thirty days, each within ten seconds, were no person's.
CREATE TABLE wordings
(
  post UInt128,
  fingerprint UInt64,
  posted_at DateTime64(3, 'UTC'),
  automated Bool,                      -- what the facts say of it now
  revision UInt64,
  gone Bool,
  INDEX by_fingerprint fingerprint TYPE bloom_filter GRANULARITY 4
)
ENGINE = ReplacingMergeTree(revision, gone)
ORDER BY post
SETTINGS index_granularity = 1024;

-- Keys that a post leaves for others, written before anything else: a run that was cut off is finished by the next.
CREATE TABLE moves
(
  revision UInt64,
  post UInt128,
  conversation UInt128,
  posted_at DateTime64(3, 'UTC')
)
ENGINE = MergeTree
ORDER BY revision;

-- What each batch brought, for coverage. The key is the batch's own, so that a batch sent again is one; its first receipt is the one that counts.
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
ENGINE = ReplacingMergeTree(accepted)
ORDER BY (batch, source, arrival);

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
