SELECT format('(%s,%s,%s)', count(*), count(*) FILTER (WHERE replied_at - opened_at <= interval '1 hour'),
  round(extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY replied_at - opened_at))))
FROM waits
WHERE brand = 'Aurora' AND opened_at >= @from AND opened_at < @to AND first_of_episode AND left_out IS NULL
