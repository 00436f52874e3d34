using Listening.Access;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Desk;
using Listening.Desk.Sources;
using Listening.Storing;
using Listening.Tests.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Listening.Tests.Collecting.Pulling;

/// <summary>A puller over a relational store as one start of the program has it, whose one kind of source is a listing in memory.</summary>
internal sealed class PullerBench : IConnector, ISecretReader, IRateWatch, IAsyncDisposable
{
    private readonly CommitGroups commits;
    private readonly ProjectingLoop projecting;

    public PullerBench(DeskStore desk, TimeProvider time, params ISourceReader[] readers)
    {
        (Sources, States, Cursors) = (new(desk, time), new(desk), new(desk, time));
        Readers = readers;
        commits = new(Posts);
        var projector = new MemoryProjector(Posts);
        projecting = new(projector, projector, new(), time, NullLogger<ProjectingLoop>.Instance);
        var opening = new SourceOpening([this], this, new CurrentRegistry(new BrandRegistry([])));
        Puller = new(Sources, States, Cursors, opening, new(commits, projecting, time), this, time, new LoggerFactory([Log]).CreateLogger<SourcePuller>());
    }

    public ConfiguredSources Sources { get; }

    public SourceStates States { get; }

    public SourceCursors Cursors { get; }

    public SourcePuller Puller { get; }

    public MemoryPostStore Posts { get; } = new();

    public CapturedLog Log { get; } = new();

    /// <summary>What the source opens as: the first, or the one that its setting numbers.</summary>
    public ISourceReader[] Readers { get; set; }

    /// <summary>What the hosts say of their budgets.</summary>
    public RateBudget? Budget { get; set; }

    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = "listing", Title = "Listing", Summary = "", Account = AccountNeed.None, Sight = new(true, true, true, true), Settings = [new("password", "Password", SettingKind.Secret)],
    };

    /// <summary>Sets a source up that is read every five minutes.</summary>
    public async Task<ConfiguredSource> AddAsync(bool paused = false)
    {
        var source = new ConfiguredSource(Guid.NewGuid(), "talk", "listing") { Every = TimeSpan.FromMinutes(5), Added = Some.Instant, Paused = paused };
        await Sources.AddAsync(source, Actor.Terminal, CancellationToken.None);
        return source;
    }

    public ISourceReader Open(SourceSettings settings) => Readers.Length > 0 ? Readers[0] : throw new SourceSettingsException("server", "is missing");

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task<(T Result, RateBudget? Budget)> WatchAsync<T>(Func<Task<T>> ask) => (await ask(), Budget);

    public async ValueTask DisposeAsync()
    {
        await commits.DisposeAsync();
        projecting.Dispose();
    }
}
