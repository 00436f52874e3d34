SELECT count() AS stored
FROM case_events
