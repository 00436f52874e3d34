-- What models said of a version stands in the version's own row: either both are stored or neither. Five arrays of one length but the instant.
-- What was said later (a person's correction, another model over the past) stands in `labels`.

ALTER TABLE post_versions
  ADD COLUMN IF NOT EXISTS sorted_at DateTime64(3, 'UTC'),
  ADD COLUMN IF NOT EXISTS sorted_tasks Array(LowCardinality(String)),
  ADD COLUMN IF NOT EXISTS sorted_values Array(LowCardinality(String)),
  ADD COLUMN IF NOT EXISTS sorted_confidences Array(Float32),
  ADD COLUMN IF NOT EXISTS sorted_models Array(LowCardinality(String));

-- Whether a post asks for an answer by its model's probability and the clock's setting; absent where its intent alone decides.

ALTER TABLE thread
  ADD COLUMN IF NOT EXISTS asks Nullable(Bool),
  ADD COLUMN IF NOT EXISTS topic LowCardinality(String);

ALTER TABLE waits
  ADD COLUMN IF NOT EXISTS intent LowCardinality(String),
  ADD COLUMN IF NOT EXISTS sentiment LowCardinality(String),
  ADD COLUMN IF NOT EXISTS topic LowCardinality(String);

-- A kind of answer that a model or a person told takes the place of the rules of 0005, also when the words are gone.

ALTER TABLE posts
  ADD COLUMN IF NOT EXISTS use_case LowCardinality(String),
  ADD COLUMN IF NOT EXISTS sorted_kind LowCardinality(String);

ALTER TABLE posts MODIFY COLUMN answer_kind LowCardinality(String) MATERIALIZED
  if(party != 'own', '', multiIf(
    sorted_kind != '', replaceAll(toString(sorted_kind), '_', ' '),
    text = '', 'words gone',
    match(text, '(?i)\\b(dms?|direct messages?|private messages?|pm us|message us|inbox|privately|direktnachricht|privatnachricht|mensaje (privado|directo)|message privé)\\b'),
      'moved to private',
    match(text, 'https?://') AND length(extractAll(replaceRegexpAll(text, 'https?://\\S+|[@#]\\S+', ' '), '\\p{L}+')) <= 5, 'link only',
    NOT match(text, 'https?://') AND length(extractAll(replaceRegexpAll(text, 'https?://\\S+|[@#]\\S+', ' '), '\\p{L}+')) <= 20 AND NOT match(text, '[0-9]')
      AND match(text, '(?i)\\b(sorry|apologi[sz]e|apologies|thanks|thank you|look(ing)? into|noted|passed (this|it) on|get back to you|bear with us)\\b'),
      'acknowledgement',
    'in public'));

CREATE OR REPLACE VIEW {published}.posts AS
SELECT * EXCEPT (gone, sorted_kind), answer_kind
FROM {database}.posts FINAL;

CREATE OR REPLACE VIEW {published}.waits AS
SELECT * EXCEPT (gone)
FROM {database}.waits FINAL;
