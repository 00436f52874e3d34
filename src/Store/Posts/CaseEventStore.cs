using Listening.Cases;
using Listening.Store.Engine;

namespace Listening.Store.Posts;

/// <summary>What agents did to cases, in the one order of arrival with posts and labels.</summary>
public sealed class CaseEventStore : ICaseEventStore
{
    private readonly IClickHouse clickHouse;
    private readonly ArrivalOrder order;

    internal CaseEventStore(IClickHouse clickHouse, ArrivalOrder order)
    {
        this.clickHouse = clickHouse;
        this.order = order;
    }

    /// <inheritdoc/>
    public async Task AppendAsync(IReadOnlyList<OutgoingCaseEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0) return;
        await order.InTurnAsync(
            async () =>
            {
                using var block = new NativeBlock(events.Count)
                    .Add("post", events.Column(outgoing => outgoing.Post))
                    .Add("event", events.Column(outgoing => outgoing.Id))
                    .Add("at", events.Column(outgoing => outgoing.Event.At))
                    .Add("brand", events.Column(outgoing => outgoing.Event.Brand))
                    .Add("author", events.Column(outgoing => outgoing.Event.Author))
                    .Add("kind", events.Column(outgoing => $"{outgoing.Event.Kind}"))
                    .Add("reason", events.Column(outgoing => outgoing.Event.Reason ?? ""))
                    .Add("by", events.Column(outgoing => outgoing.Event.By))
                    .Add("to", events.Column(outgoing => outgoing.Event.To))
                    .Add("about", events.Column(outgoing => outgoing.About))
                    .Add("seq", order.Next(events.Count));
                await clickHouse.InsertAsync("case_events", block, cancellationToken);
                return events.Count;
            },
            cancellationToken);
    }
}
