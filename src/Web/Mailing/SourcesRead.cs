using Listening.Collecting.Pulling;

namespace Listening.Web.Mailing;

/// <summary>
/// Whether what was posted in a period has been asked for: after a pause of the server its sources come first and the report then, or it would lack what was posted meanwhile. A source that
/// cannot be read is waited for only so long; the report says what it lacks.
/// </summary>
public sealed class SourcesRead(ISourceList sources, ISourceStates states, TimeProvider time)
{
    /// <summary>How long after the first look is waited.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly DateTimeOffset first = time.GetUtcNow();

    /// <summary>True when every source that is read was read to its end since <paramref name="end"/>, or was waited for.</summary>
    public async Task<bool> SinceAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - first >= Patience) return true;
        foreach (var source in await sources.ListAsync(cancellationToken))
            if (!source.Paused && await states.ReadAsync(source.Id, cancellationToken) is { Stopped: false } state && !(state.Complete >= end)) return false;
        return true;
    }
}
