namespace Listening.Store.Projecting;

/// <summary>
/// The arrivals after <paramref name="after"/> up to <paramref name="last"/>, stretch by stretch: while one is worked on, the next is read. What is read
/// depends on the truth alone, never on the facts.
/// </summary>
internal sealed class ReadAhead(TruthReader truth, ulong after, ulong last, int stretch, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly CancellationTokenSource givenUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private ulong begun = after;
    private Task<Arrivals>? next;

    /// <summary>The next stretch; null at the end.</summary>
    public async Task<Arrivals?> NextAsync()
    {
        next ??= Begin();
        if (next is null) return null;
        var arrivals = await next;
        next = Begin();
        return arrivals;
    }

    /// <summary>Gives up what is being read and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await givenUp.CancelAsync();
        if (next is not null) await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        givenUp.Dispose();
    }

    private Task<Arrivals>? Begin()
    {
        if (begun >= last) return null;
        var (from, to) = (begun, Math.Min(last, begun + (ulong)stretch));
        begun = to;
        return Task.Run(() => truth.ArrivedAsync(from, to, givenUp.Token), givenUp.Token);
    }
}
