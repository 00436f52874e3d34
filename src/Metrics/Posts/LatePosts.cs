using Listening.Measuring;
using Listening.Metrics.Answering;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Posts;

/// <summary>Counts what came in late, from the posts there are.</summary>
public sealed class LatePosts(IFactReader facts) : ILatePosts
{
    /// <inheritdoc/>
    public async Task<long> CountAsync(string? brand, DateTimeOffset from, DateTimeOffset to, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var query = new FactQuery(SqlText.File("Posts/LatePosts"), new Dictionary<string, object?> { ["brand"] = brand ?? "", ["from"] = from, ["to"] = to, ["since"] = since });
        await foreach (var row in facts.ReadAsync(query, cancellationToken)) return Figures.Whole(row, "posts");
        return 0;
    }
}
