SELECT concat(toString(countIf(replied_at IS NOT NULL)), ' of ', toString(count()), ' answered, median ',
  toString(round(quantileExactInclusiveIf(0.5)(dateDiff('millisecond', opened_at, replied_at), replied_at IS NOT NULL) / 1000)), ' s') AS answer
FROM waits
WHERE brand = 'Aurora' AND opened_at >= {from:DateTime64(3, 'UTC')} AND opened_at < {to:DateTime64(3, 'UTC')} AND first_of_episode AND left_out = ''
