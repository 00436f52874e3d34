-- Which post an agent's doing is about: the answer that was sent, the question that was put inside.

ALTER TABLE case_events ADD COLUMN IF NOT EXISTS about UInt128;
