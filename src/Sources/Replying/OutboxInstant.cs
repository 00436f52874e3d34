namespace Listening.Sources.Replying;

/// <summary>What an outbox id says of the time its reply was written: version 7 GUIDs begin with milliseconds since 1970 (RFC 9562, 5.7).</summary>
internal static class OutboxInstant
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Before this the reply cannot have been posted, whatever the source's clock says; the beginning of time for ids of another version.</summary>
    public static DateTimeOffset Earliest(Guid outbox) => outbox.Version == 7
        ? DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(Convert.ToHexString(outbox.ToByteArray(bigEndian: true), 0, 6), 16)) - Skew
        : DateTimeOffset.UnixEpoch;
}
