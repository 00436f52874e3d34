namespace Listening.Storing;

/// <summary>The lease where nobody else can be: a command that has the store to itself.</summary>
public sealed class UnsharedLease : IProjectorLease
{
    private long epoch;

    /// <inheritdoc/>
    public Task<long?> TakeAsync(string holder, TimeSpan duration, long above, CancellationToken cancellationToken)
    {
        epoch = Math.Max(epoch, above + 1);
        return Task.FromResult<long?>(epoch);
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string holder, CancellationToken cancellationToken) => Task.CompletedTask;
}
