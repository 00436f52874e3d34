using System.Text;
using Listening.Collecting;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>One row of <c>post_versions</c>, its post not read yet.</summary>
internal readonly record struct VersionRow(UInt128 Post, UInt128 Version, ulong Seq, DateTimeOffset FirstSeen, Arrival Arrival, string Raw, KeptConclusions? Kept)
{
    /// <summary>False: its post is not in it, and is read with all its versions.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>What models said of it when it was stored.</summary>
    public SortedLabels Sorted { get; init; } = SortedLabels.None;

    /// <summary>From a row of <c>Versions.sql</c> or <c>ArrivedVersions.sql</c>.</summary>
    public static VersionRow Of(FactRow row) => new(
        row.Get<UInt128>("post"), row.Get<UInt128>("version"), row.Get<ulong>("seq"), row.Get<DateTimeOffset>("first_seen"),
        (Arrival)row.Get<long>("arrival"), row.Get<string>("raw"),
        row.Get<bool>("redacted")
            ? new(row.Get<object?[]>("kept_brands").Cast<string>().ToArray(), row.Get<bool>("kept_excluded"), row.Get<ulong>("kept_fingerprint"))
            : null)
    {
        Sorted = SortedLabels.Of(row),
    };

    /// <summary>The version with its post.</summary>
    public StoredVersion Read() => new(Version, Seq, FirstSeen, Arrival, PostJson.Read(Encoding.UTF8.GetBytes(Raw))) { Kept = Kept, Sorted = Sorted };
}
