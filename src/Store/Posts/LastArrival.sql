SELECT greatest((SELECT max(seq) FROM post_versions), (SELECT max(seq) FROM labels)) AS seq
