using Listening.Collecting.Pulling;
using Listening.Collecting.Pushing;
using Listening.Access;

namespace Listening.Web.Hooks;

/// <summary>Finds the configured source that something is sent to.</summary>
internal sealed partial class HookSources(ISourceList sources, SourceOpening opening, ILogger<HookSources> logger)
{
    /// <summary>Its reader; null when there is no such source, or it takes nothing, or is paused, or cannot be opened (which is in the log).</summary>
    public async Task<IPushReader?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var source = (await sources.ListAsync(cancellationToken)).FirstOrDefault(known => known.Name == name);
        if (source is null || source.Paused) return null;
        try
        {
            return await opening.OpenAsync(source.Name, source.Kind, source.Values, cancellationToken) as IPushReader;
        }
        catch (Exception fault) when (fault is SourceSettingsException or SecretUnreadableException)
        {
            LogNotOpened(name, fault.Message);
            return null;
        }
    }

    [LoggerMessage(1551, LogLevel.Warning, "Something was sent to {Source}, which cannot be opened: {Reason}")]
    private partial void LogNotOpened(string source, string reason);
}
