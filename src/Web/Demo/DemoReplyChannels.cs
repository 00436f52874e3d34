using Listening.Collecting;
using Listening.Collecting.Replying;
using Listening.Sources.Simulated;

namespace Listening.Web.Demo;

/// <summary>Simulated customers are answered in the simulation; everybody else by the source that brought them.</summary>
public sealed class DemoReplyChannels(SourceReplyChannels real, DemoReplyChannel simulated) : IReplyChannels
{
    /// <inheritdoc/>
    public async Task<ReplyWay> FindAsync(PostId parent, string brand, CancellationToken cancellationToken) =>
        await simulated.IsOfAsync(parent, cancellationToken) ? Way(parent) : await real.FindAsync(parent, brand, cancellationToken);

    /// <inheritdoc/>
    public Task<ReplyWay> ReopenAsync(Guid source, PostId parent, CancellationToken cancellationToken) =>
        source == Guid.Empty ? Task.FromResult(Way(parent)) : real.ReopenAsync(source, parent, cancellationToken);

    private ReplyWay Way(PostId parent) => new(Guid.Empty, "simulated", simulated, parent.Source switch
    {
        "mastodon" => new(DemoReplies.Longest, ReplyUnit.ShortLinks) { Addresses = true },
        "bluesky" => new(300, ReplyUnit.Graphemes),
        _ => new(DemoReplies.Longest, ReplyUnit.Characters),
    }, null);
}
