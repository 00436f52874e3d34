using System.Collections.Concurrent;

namespace Listening.Store.Engine.Embedded;

/// <summary>
/// The one thread that speaks for a connection. Native calls block for as long as a statement takes; on the thread pool they would starve everybody else
/// (a pool of two threads grows by one or two a second).
/// </summary>
internal sealed class ConnectionThread : IDisposable
{
    private const int StackBytes = 8 * 1024 * 1024;
    private readonly BlockingCollection<Action> calls = [];
    private readonly Thread thread;

    internal ConnectionThread(string name)
    {
        thread = new Thread(Work, StackBytes) { IsBackground = true, Name = name };
        thread.Start();
    }

    /// <summary>Runs the call on this thread; calls run one after another.</summary>
    internal Task<T> RunAsync<T>(Func<T> call)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        calls.Add(() =>
        {
            try
            {
                done.SetResult(call());
            }
#pragma warning disable CA1031 // Handed to whoever awaits the call.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                done.SetException(exception);
            }
        });
        return done.Task;
    }

    /// <summary>Lets the thread end after the calls it was given.</summary>
    public void Dispose() => calls.CompleteAdding();

    private void Work()
    {
        foreach (var call in calls.GetConsumingEnumerable())
            call();
        calls.Dispose();
    }
}
