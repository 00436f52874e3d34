namespace Listening.Web.Exporting;

/// <summary>How many files are written at once: each keeps a connection of the store for as long as somebody takes it.</summary>
public sealed class ExportSlots : IDisposable
{
    private const int Most = 3;
    private readonly SemaphoreSlim free = new(Most);

    /// <summary>A place, for the caller to give back; null when all are taken.</summary>
    public IDisposable? Take() => free.Wait(0) ? new Slot(free) : null;

    /// <inheritdoc/>
    public void Dispose() => free.Dispose();

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
