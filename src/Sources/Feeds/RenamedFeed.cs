using Listening.Collecting;
using Listening.Collecting.Pulling;

namespace Listening.Sources.Feeds;

/// <summary>A feed of a source that also has an API: its posts get the names that they have there, so that a later credential brings none of them twice.</summary>
internal sealed class RenamedFeed(ISourceReader feed, Func<Post, Post> rename) : ISourceReader
{
    public IReadOnlyList<SourceStream> Streams => feed.Streams;

    public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var answer = await feed.ReadAsync(request, cancellationToken);
        return answer is SourcePage page ? page with { Items = [.. page.Items.Select(item => item with { Post = rename(item.Post) })] } : answer;
    }
}
