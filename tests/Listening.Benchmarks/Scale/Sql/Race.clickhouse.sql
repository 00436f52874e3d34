SELECT toString(tuple(
  countIf(replied_at IS NOT NULL AND (rival_at IS NULL OR replied_at <= rival_at)),
  countIf(rival_at IS NOT NULL AND replied_at IS NOT NULL AND rival_at < replied_at),
  countIf(rival_at IS NOT NULL AND replied_at IS NULL),
  countIf(rival_at IS NULL AND replied_at IS NULL))) AS answer
FROM waits
WHERE brand = 'Aurora' AND opened_at >= {from:DateTime64(3, 'UTC')} AND opened_at < {to:DateTime64(3, 'UTC')} AND first_of_episode AND left_out = ''
