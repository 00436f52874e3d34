namespace Listening.Collecting.Replying;

/// <summary>Finds the way to answer where a post was written.</summary>
public interface IReplyChannels
{
    /// <summary>The way to answer a post for a brand; where there is none it says why.</summary>
    Task<ReplyWay> FindAsync(PostId parent, string brand, CancellationToken cancellationToken);

    /// <summary>The way through one source, by which a reply may have gone already; where there is none any more it says why.</summary>
    Task<ReplyWay> ReopenAsync(Guid source, PostId parent, CancellationToken cancellationToken);
}
