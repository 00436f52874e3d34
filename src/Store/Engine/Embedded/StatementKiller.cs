
namespace Listening.Store.Engine.Embedded;

/// <summary>Stops running statements from a connection of its own.</summary>
internal sealed class StatementKiller(EngineConnection connection)
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Asks the engine to stop what the connection tagged <paramref name="tag"/> runs until <paramref name="running"/> has ended. Asked again and again,
    /// because a statement that has not begun yet is not found. Without SYNC, which hangs.
    /// </summary>
    internal async Task KillAsync(string tag, Task running)
    {
        var values = new BoundValues(new Dictionary<string, object?> { ["tag"] = tag });
        while (!running.IsCompleted)
        {
            await AskAsync(values);
            await Task.WhenAny(running, Task.Delay(Again, CancellationToken.None));
        }
    }

    /// <summary>Asks once for everything that these connections run.</summary>
    internal Task AskAsync(IEnumerable<string> tags) => AskAsync(new BoundValues(new Dictionary<string, object?> { ["tags"] = tags }), "IN {tags:Array(String)}");

    private Task<bool> AskAsync(BoundValues values, string condition = "= {tag:String}") =>
        connection.Thread.RunAsync(() =>
        {
            connection.Query("KILL QUERY WHERE Settings['log_comment'] " + condition, values).Dispose();
            return true;
        });
}
