-- Episodes by whether their authors wrote well of us again between the eighth and the ninetieth day after our first answer.
SELECT
  'episode' AS kind, f.source AS source, f.opener_id AS id, f.handle AS handle, toString(f.brand) AS brand, f.opened_at AS at, f.opener AS post, f.skewed AS skewed,
  greatest(0, dateDiff('millisecond', f.opened_at, f.since)) AS ms,
  if(t.said_at >= addMilliseconds(f.since, {earliest:Int64}), 'returned', 'not seen again') AS state,
  state = 'returned' AS hit,
  f.left_out AS reason,
  reason = '' AS counted,
  f.groups AS groups
FROM (SELECT *, toString(brand) AS about, @groups AS groups FROM (@episodes)) AS f
ASOF LEFT JOIN (@Recovery/SaidWell) AS t ON t.source = f.source AND t.author = f.author AND t.about = f.about AND f.until >= t.said_at
