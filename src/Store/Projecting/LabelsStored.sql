SELECT count() AS stored
FROM labels
