SELECT name, value, revision
FROM marks FINAL
