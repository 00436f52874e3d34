SELECT format('(%s,%s,%s,%s)',
  count(*) FILTER (WHERE replied_at IS NOT NULL AND (rival_at IS NULL OR replied_at <= rival_at)),
  count(*) FILTER (WHERE rival_at IS NOT NULL AND replied_at IS NOT NULL AND rival_at < replied_at),
  count(*) FILTER (WHERE rival_at IS NOT NULL AND replied_at IS NULL),
  count(*) FILTER (WHERE rival_at IS NULL AND replied_at IS NULL))
FROM waits
WHERE brand = 'Aurora' AND opened_at >= @from AND opened_at < @to AND first_of_episode AND left_out IS NULL
