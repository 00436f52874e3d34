-- Turns of work as they stood at the question's instant, by the wait that began them: when they were called done, taken up again and answered.
SELECT
  *,
  arrayFilter((i, k) -> k = 'Resolved' AND i <= {as_of:DateTime64(3, 'UTC')}, act_at, act_kind) AS resolves,
  arrayFilter((i, k) -> k = 'Reopened' AND i <= {as_of:DateTime64(3, 'UTC')}, act_at, act_kind) AS reopens,
  arrayFilter((i, k) -> k = 'Answered' AND i <= {as_of:DateTime64(3, 'UTC')}, act_at, act_kind) AS answers,
  arrayElementOrNull(resolves, 1) AS first_resolve,
  arrayElementOrNull(resolves, -1) AS last_resolve,
  arrayFirstOrNull(i -> i >= first_resolve, reopens) AS came_back
FROM waits
WHERE opened_at <= {as_of:DateTime64(3, 'UTC')} AND first_of_episode AND @brands AND @filter
