CREATE UNLOGGED TABLE waits (brand text, opened_at timestamptz, conversation text, author text, number int, kind text, first_of_episode boolean,
  closed_at timestamptz, censored_at timestamptz, replied_at timestamptz, rival_at timestamptz, left_out text);
CREATE UNLOGGED TABLE posts (post text, posted_at timestamptz, conversation text, parent text, author text, party text, brand text);
SET timezone = 'UTC';
COPY waits FROM '{folder}/waits.csv' (FORMAT csv);
COPY posts FROM '{folder}/posts.csv' (FORMAT csv);
CREATE INDEX ON waits (brand, opened_at) INCLUDE (closed_at, replied_at, rival_at, first_of_episode, kind, left_out);
CREATE INDEX ON posts (posted_at) INCLUDE (party);
CREATE INDEX ON posts (parent) INCLUDE (posted_at, party) WHERE parent IS NOT NULL;
CREATE INDEX ON posts (brand, posted_at) INCLUDE (post, party, parent);
VACUUM ANALYZE waits;
VACUUM ANALYZE posts;
