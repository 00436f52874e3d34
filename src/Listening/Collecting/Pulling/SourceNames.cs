namespace Listening.Collecting.Pulling;

/// <summary>
/// The names of the configured sources of which something is so under their settings. Posts of a source are named by its kind or by its own name, so a name stands here only
/// where it is so of every configured source of that name.
/// </summary>
internal sealed class SourceNames(ISourceList sources, TimeProvider time, Func<ConfiguredSource, bool> isSo)
{
    // A change of the sources is in the numbers within this.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private Known? known;

    /// <summary>The names, in ordinal order.</summary>
    public async ValueTask<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (known is { } before && now - before.At is var age && age >= TimeSpan.Zero && age < Fresh) return before.Names;
        var such = (await sources.ListAsync(cancellationToken)).ToLookup(isSo);
        var names = such[true].SelectMany(Both).Except(such[false].SelectMany(Both)).Order(StringComparer.Ordinal).ToList();
        known = new(now, names);
        return names;
    }

    private static IEnumerable<string> Both(ConfiguredSource source) => [source.Kind, source.Name];

    private sealed record Known(DateTimeOffset At, IReadOnlyList<string> Names);
}
