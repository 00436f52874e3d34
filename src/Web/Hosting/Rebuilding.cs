using Listening.Store.Projecting;

namespace Listening.Web.Hosting;

/// <summary>When facts are derived again.</summary>
public static class Rebuilding
{
    /// <summary>Derives everything again when the facts were derived with another registry than the one of now; says whether they were.</summary>
    public static async Task<bool> RebuildWhenNeededAsync(this FactProjector projector, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(projector);
        if (!await projector.IsRebuildNeededAsync(cancellationToken)) return false;
        await projector.RebuildAsync(null, cancellationToken);
        return true;
    }
}
