using System.Threading.Channels;

namespace Listening.Store.Projecting;

/// <summary>
/// The arrivals after a mark up to another, stretch by stretch: while one is worked on, the next is read. What is read depends on the truth alone, never on
/// the facts.
/// </summary>
internal sealed class ReadAhead : IAsyncDisposable
{
    private readonly CancellationTokenSource givenUp;
    private readonly Channel<Arrivals> read = Channel.CreateBounded<Arrivals>(1);
    private readonly Task reading;

    public ReadAhead(TruthReader truth, ulong after, ulong last, int stretch, CancellationToken cancellationToken)
    {
        givenUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        reading = Task.Run(() => ReadAsync(truth, after, last, stretch), CancellationToken.None);
    }

    /// <summary>The next stretch; null at the end. Throws what reading throws.</summary>
    public async Task<Arrivals?> NextAsync()
    {
        while (await read.Reader.WaitToReadAsync(givenUp.Token))
            if (read.Reader.TryRead(out var arrivals))
                return arrivals;
        return null;
    }

    /// <summary>Gives up what is being read and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await givenUp.CancelAsync();
        await reading;
        givenUp.Dispose();
    }

    private async Task ReadAsync(TruthReader truth, ulong after, ulong last, int stretch)
    {
        try
        {
            if (after < last)
                await foreach (var arrivals in truth.ArrivedAsync(after, last, stretch, givenUp.Token))
                {
                    await read.Writer.WriteAsync(arrivals, givenUp.Token);
                    // The one after it is begun when this one is taken: no more than two are in memory.
                    await read.Writer.WaitToWriteAsync(givenUp.Token);
                }

            read.Writer.Complete();
        }
        catch (Exception exception)
        {
            // Thrown by NextAsync.
            read.Writer.Complete(exception);
        }
    }
}
