using System.Runtime.CompilerServices;
using Listening.Web.Security;

namespace Listening.Web.Streaming;

/// <summary>An event stream lasts as long as its viewer, the viewer's admission, and the server.</summary>
public sealed class OpenStream(Admission admission, IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>What <paramref name="follow"/> gives, until the viewer leaves, its key or session ends, or the server stops.</summary>
    public async IAsyncEnumerable<T> LastAsync<T>(
        HttpContext http, Func<CancellationToken, IAsyncEnumerable<T>> follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(follow);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var watching = WatchAsync(http, ended);
        var events = follow(ended.Token).GetAsyncEnumerator(ended.Token);
        try
        {
            while (await MoveAsync(events, ended.Token)) yield return events.Current;
        }
        finally
        {
            await ended.CancelAsync();
            await events.DisposeAsync();
            await watching;
        }
    }

    private static async ValueTask<bool> MoveAsync<T>(IAsyncEnumerator<T> events, CancellationToken ended)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task WatchAsync(HttpContext http, CancellationTokenSource ended)
    {
        try
        {
            using var timer = new PeriodicTimer(Admission.Period, time);
            while (await timer.WaitForNextTickAsync(ended.Token))
                if (!await admission.StandsAsync(http, ended.Token))
                    await ended.CancelAsync();
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Over; the reason was one of the three.
        }
    }
}
