-- Answered within h, among those old enough to have been: the younger ones are left out on both sides, answered or not.
SELECT
  e.* EXCEPT (hit, reason, counted),
  e.hit AND e.ms <= {within:Int64} AS hit,
  if(e.reason = '' AND dateDiff('millisecond', e.at, {as_of:DateTime64(3, 'UTC')}) < {within:Int64}, 'too young', e.reason) AS reason,
  reason = '' AS counted
FROM (@episodes) AS e
