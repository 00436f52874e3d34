using Listening.Access;
using Listening.Brands;
using Listening.Collecting.Pulling;

namespace Listening.Collecting.Replying;

/// <summary>Answers go out by the configured source that brings such posts; where there are several, by the brand's own account, else by the one that was set up first.</summary>
public sealed class SourceReplyChannels(ISourceList sources, SourceOpening opening, CurrentRegistry registry) : IReplyChannels
{
    /// <inheritdoc/>
    public async Task<ReplyWay> FindAsync(PostId parent, string brand, CancellationToken cancellationToken)
    {
        var handles = registry.Now.Registry.Brands.Where(known => known.Name == brand).SelectMany(known => known.Handles)
            .Select(handle => handle[(handle.IndexOf(':', StringComparison.Ordinal) + 1)..]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = (await sources.ListAsync(cancellationToken)).Where(source => parent.Source == source.Kind || parent.Source == source.Name)
            .OrderByDescending(source => source.Values.Values.Any(value => handles.Contains(value.Trim().TrimStart('@')))).ThenBy(source => source.Added);
        ReplyWay? closed = null;
        foreach (var source in known)
        {
            var way = await OpenAsync(source, cancellationToken);
            if (way.Channel is not null) return way;
            closed ??= way;
        }

        return closed ?? ReplyWay.None("No source that is set up here brings such posts, so nothing can be sent.");
    }

    /// <inheritdoc/>
    public async Task<ReplyWay> ReopenAsync(Guid source, PostId parent, CancellationToken cancellationToken) =>
        await sources.FindAsync(source, cancellationToken) is { } found ? await OpenAsync(found, cancellationToken) : ReplyWay.None("The source by which it was to be sent is gone.");

    private async Task<ReplyWay> OpenAsync(ConfiguredSource source, CancellationToken cancellationToken)
    {
        var declared = opening.Find(source.Kind)?.Declaration;
        try
        {
            var reader = await opening.OpenAsync(source.Name, source.Kind, source.Values, cancellationToken);
            if (reader is not IReplyChannel channel) return ReplyWay.None($"{declared?.Title ?? source.Kind} takes no answers from here as {source.Name} is set up.", source.Id, source.Name);
            return channel.Closed is { } closed
                ? ReplyWay.None(closed, source.Id, source.Name)
                : new(source.Id, source.Name, channel, declared?.Replies ?? ReplyRules.Unknown, null) { Threads = reader as IThreadReader };
        }
        catch (Exception fault) when (fault is SourceSettingsException or SecretUnreadableException)
        {
            return ReplyWay.None($"The source {source.Name} cannot be opened: {fault.Message}", source.Id, source.Name);
        }
    }
}
