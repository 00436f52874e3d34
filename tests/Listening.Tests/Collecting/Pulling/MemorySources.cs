using System.Collections.Concurrent;
using Listening.Collecting.Pulling;

namespace Listening.Tests.Collecting.Pulling;

/// <summary>Sources, their states, cursors and gaps in memory.</summary>
internal sealed class MemorySources : ISourceList, ISourceStates, ISourceCursors
{
    private readonly ConcurrentDictionary<(Guid, string), SourceCursor> cursors = new();

    public ConcurrentDictionary<Guid, ConfiguredSource> Sources { get; } = new();

    public ConcurrentDictionary<Guid, SourceState> States { get; } = new();

    public ConcurrentQueue<SourceGap> Gaps { get; } = new();

    public Task<IReadOnlyList<ConfiguredSource>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConfiguredSource>>([.. Sources.Values.OrderBy(source => source.Name, StringComparer.Ordinal)]);

    public Task<ConfiguredSource?> FindAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(Sources.GetValueOrDefault(id));

    public Task<SourceState> ReadAsync(Guid source, CancellationToken cancellationToken) => Task.FromResult(States.GetValueOrDefault(source) ?? new());

    public Task WriteAsync(Guid source, SourceState state, CancellationToken cancellationToken) => Task.FromResult(States[source] = state);

    public Task<SourceCursor> ReadAsync(Guid source, string stream, CancellationToken cancellationToken) =>
        Task.FromResult(cursors.GetValueOrDefault((source, stream)) ?? new());

    public Task SaveAsync(Guid source, string stream, SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken)
    {
        cursors[(source, stream)] = cursor;
        if (gap is not null) Gaps.Enqueue(gap);
        return Task.CompletedTask;
    }
}
