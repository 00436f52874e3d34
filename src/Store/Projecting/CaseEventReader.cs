using Listening.Conversations;
using Listening.Store.Engine;

namespace Listening.Store.Projecting;

/// <summary>Reads what agents did to the cases of conversations.</summary>
internal sealed class CaseEventReader(IClickHouse truth)
{
    /// <summary>By the post that each hangs on.</summary>
    public async Task<ILookup<UInt128, CaseEvent>> ReadAsync(IEnumerable<UInt128> posts, CancellationToken cancellationToken)
    {
        var events = new List<(UInt128 Post, CaseEvent Event)>();
        if (await AnyAsync(cancellationToken))
            foreach (var keys in posts.Order().Chunk(KeySlice.Size))
                await foreach (var row in truth.ReadAsync(Sql.Of("Projecting/CaseEvents.sql", ("posts", keys)), cancellationToken))
                    events.Add((row.Get<UInt128>("post"), Read(row)));
        return events.ToLookup(read => read.Post, read => read.Event);
    }

    private static CaseEvent Read(Storing.FactRow row) => new(
        row.Get<DateTimeOffset>("at"), row.Get<string>("brand"), row.Get<string>("author"), Enum.Parse<CaseEventKind>(row.Get<string>("kind")),
        row.Get<string>("reason") is { Length: > 0 } reason ? reason : null)
    {
        By = row.Get<string>("by"),
        To = row.Get<string>("to"),
    };

    private async Task<bool> AnyAsync(CancellationToken cancellationToken) =>
        (await truth.ReadAsync(Sql.Of("Projecting/CaseEventsStored.sql"), cancellationToken).SingleAsync(cancellationToken)).Get<ulong>("stored") > 0;
}
