-- Who was called done or left out by an agent is not waited for any more; a competitor's answer alone decides nothing for us.
SELECT source, opener_id, min(opened_at) AS opened
FROM waits
WHERE kind = 'own' AND opened_at >= {since:DateTime64(3,'UTC')} AND closed_at IS NULL AND resolved_at IS NULL AND censored_at IS NULL AND left_out = ''
GROUP BY source, opener_id
ORDER BY opened DESC, opener_id
LIMIT {most:UInt32}
