namespace Listening.Web.Hosting;

/// <summary>Tells when the demo's history has become facts.</summary>
public sealed class DemoReady
{
    private readonly TaskCompletionSource<long> told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many posts of history this start brought.</summary>
    public Task<long> History => told.Task;

    /// <summary>It has.</summary>
    public void Tell(long posts) => told.TrySetResult(posts);

    /// <summary>It never will.</summary>
    public void Fail(Exception exception) => told.TrySetException(exception);
}
