-- Who answered first, judged once the race is over: when both have answered, when we were first, or when its time is up.
-- A reply after that time was no answer in the race.
SELECT
  'episode' AS kind, source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post,
  dateDiff('millisecond', opened_at, our_reply_at) AS replied,
  dateDiff('millisecond', opened_at, rival_reply_at) AS rivalled,
  dateDiff('millisecond', opened_at, {as_of:DateTime64(3, 'UTC')}) AS age,
  if(replied <= {race:Int64}, replied, NULL) AS ours,
  if(rivalled <= {race:Int64}, rivalled, NULL) AS theirs,
  coalesce(replied, age) AS ms,
  multiIf(
    ours IS NOT NULL AND (theirs IS NULL OR ours <= theirs), 'own_first',
    ours IS NOT NULL, 'competitor_first',
    age < {race:Int64}, 'open',
    theirs IS NOT NULL, 'competitor_only',
    'nobody') AS state,
  left_out AS reason,
  @groups AS groups
FROM (@Waits/Opened)
WHERE first_of_silence_episode OR left_out != ''
