using System.Collections.Concurrent;
using Listening.Tests.Store;

namespace Listening.Tests.Sceptic;

/// <summary>Each stage is imported once for all questions.</summary>
public sealed class Stages(EngineFixture engine) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Stage>>> stages = new();

    internal Task<Stage> OfAsync(string name) => stages.GetOrAdd(name, _ => new(() => Stage.OpenAsync(name, engine))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var stage in stages.Values)
            if (stage.Value.IsCompletedSuccessfully)
                await (await stage.Value).Store.DisposeAsync();
    }
}
