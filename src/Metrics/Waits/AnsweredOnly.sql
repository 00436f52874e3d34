-- Only those that are answered: never shown without the estimate that counts the open ones too.
SELECT e.* EXCEPT (counted), e.counted AND e.hit AS counted
FROM (@Waits/FirstWaits) AS e
