SELECT brand, opened_at, toString(conversation), author, number, kind, first_of_episode, closed_at, censored_at, replied_at, rival_at, left_out
FROM waits
INTO OUTFILE '{file}' TRUNCATE FORMAT CSV
SETTINGS format_csv_null_representation = ''
