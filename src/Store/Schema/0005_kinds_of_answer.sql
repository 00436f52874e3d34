-- What the words of our posts do when they answer somebody, told once when they are stored: by rules that anybody can check; a model's kinds take their
-- place once one is trained. Read with every answer of a year, the words themselves cost ten times as much. Others' posts have ''. It is made from the
-- row alone, so that a row written again, redacted or derived again has what its words say then. Until older rows have it, it is made as they are read.

ALTER TABLE posts ADD COLUMN IF NOT EXISTS answer_kind LowCardinality(String) MATERIALIZED
  if(party != 'own', '', multiIf(
    text = '', 'words gone',
    match(text, '(?i)\\b(dms?|direct messages?|private messages?|pm us|message us|inbox|privately|direktnachricht|privatnachricht|mensaje (privado|directo)|message privé)\\b'),
      'moved to private',
    match(text, 'https?://') AND length(extractAll(replaceRegexpAll(text, 'https?://\\S+|[@#]\\S+', ' '), '\\p{L}+')) <= 5, 'link only',
    NOT match(text, 'https?://') AND length(extractAll(replaceRegexpAll(text, 'https?://\\S+|[@#]\\S+', ' '), '\\p{L}+')) <= 20 AND NOT match(text, '[0-9]')
      AND match(text, '(?i)\\b(sorry|apologi[sz]e|apologies|thanks|thank you|look(ing)? into|noted|passed (this|it) on|get back to you|bear with us)\\b'),
      'acknowledgement',
    'in public'));

ALTER TABLE posts MATERIALIZE COLUMN answer_kind;

CREATE OR REPLACE VIEW {published}.posts AS
SELECT * EXCEPT (gone), answer_kind
FROM {database}.posts FINAL;
