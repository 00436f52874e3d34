using Listening.Collecting.Following;
using Listening.Storing;

namespace Listening.Store.Reading;

/// <summary>Reads from the facts which conversations are open.</summary>
public sealed class OpenConversations(IFactReader facts) : IOpenConversations
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<OpenConversation>> ReadAsync(DateTimeOffset since, int most, CancellationToken cancellationToken)
    {
        var open = new List<OpenConversation>();
        await foreach (var row in facts.ReadAsync(Sql.Of("Reading/OpenConversations.sql", ("since", since), ("most", (uint)most)), cancellationToken))
            open.Add(new(new(row.Get<string>("source"), row.Get<string>("opener_id")), row.Get<DateTimeOffset>("opened")));
        return open;
    }
}
