using Listening.Collecting;

namespace Listening.Storing;

/// <summary>Every stored post as it stands, to be sorted again.</summary>
public interface IStoredTexts
{
    /// <summary>
    /// All posts that have words, in the order of their keys: as good as by chance, so that the first thousand are a fair sample. <paramref name="page"/> are
    /// read at a time.
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<Post>> PagesAsync(int page, CancellationToken cancellationToken);

    /// <summary>Posts that have words of which no model has said anything, in the order of their keys.</summary>
    IAsyncEnumerable<IReadOnlyList<Post>> UnsortedAsync(int page, CancellationToken cancellationToken);
}
