-- One outcome of the race among all of them.
SELECT r.*, r.reason = '' AND r.state = {outcome:String} AS hit, hit AS counted
FROM (@Races/Race) AS r
