-- Those who wait longer than the target already, among all who wait.
SELECT w.* EXCEPT (counted), w.ms > {within:Int64} AS counted
FROM (@Waits/OpenWaits) AS w
