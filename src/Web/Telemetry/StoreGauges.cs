using Listening.Store;
using Listening.Storing;

namespace Listening.Web.Telemetry;

/// <summary>The store's figures for <c>/metrics</c>: asked when somebody scrapes, and not again within ten seconds.</summary>
public sealed class StoreGauges(StoreRoom store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim one = new(1);
    private StoreFigures? figures;
    private long asked;

    /// <summary>The newest; null while the store does not answer.</summary>
    public StoreFigures? Figures => Volatile.Read(ref figures);

    /// <summary>Asks again where the figures are old. A store that does not answer leaves none: its failures are counted and <c>/readyz</c> tells.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (Figures is not null && time.GetElapsedTime(asked) < Fresh) return;
            asked = time.GetTimestamp();
            Volatile.Write(ref figures, await store.FiguresAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is StoreQueryException or ObjectDisposedException)
        {
            Volatile.Write(ref figures, null);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();
}
