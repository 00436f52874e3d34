SELECT post, fingerprint, posted_at, automated
FROM wordings FINAL
WHERE fingerprint IN ({fingerprints:Array(UInt64)}) AND posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at <= {to:DateTime64(3, 'UTC')}
