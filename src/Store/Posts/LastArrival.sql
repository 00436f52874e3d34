SELECT greatest((SELECT max(seq) FROM post_versions), (SELECT max(seq) FROM labels), (SELECT max(seq) FROM case_events)) AS seq
