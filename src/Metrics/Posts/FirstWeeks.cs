using Listening.Measuring;
using Listening.Metrics.Answering;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Posts;

/// <summary>Since when a brand is listened to, from the posts there are.</summary>
public sealed class FirstWeeks(IFactReader facts) : IFirstWeeks
{
    /// <inheritdoc/>
    public async Task<DateTimeOffset?> BeginAsync(string? brand, CancellationToken cancellationToken)
    {
        var query = new FactQuery(SqlText.File("Posts/FirstPost"), new Dictionary<string, object?> { ["brand"] = brand ?? "" });
        await foreach (var row in facts.ReadAsync(query, cancellationToken))
            if (Figures.Whole(row, "posts") > 0) return row.Get<DateTimeOffset>("first");
        return null;
    }
}
