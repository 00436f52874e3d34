using System.Runtime.CompilerServices;
using Listening.Brands;
using Listening.Collecting;
using Listening.Exporting;
using Listening.Measuring;
using Listening.Metrics;
using Listening.Store.Engine;
using Listening.Store.Schema;
using Listening.Storing;
using Listening.Tests.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>Facts written straight into the tables of a database of their own, and the room that reads them.</summary>
internal sealed class SeededFacts(EmbeddedClickHouse tables, EmbeddedClickHouse published) : IFactReader, IAsyncDisposable
{
    public static readonly IReadOnlyList<Brand> Registry =
    [
        new() { Name = "Acme" },
        new() { Name = "Acme Air" },
        new() { Name = "Rival", Kind = BrandKind.Competitor },
        new() { Name = "Other", Kind = BrandKind.Competitor },
    ];

    private int statements;

    public long Revision { get; private set; } = 1;

    public static async Task<SeededFacts> CreateAsync(EngineFixture engine)
    {
        var tables = await engine.FreshDatabaseAsync();
        var published = await engine.FreshDatabaseAsync();
        await new SchemaMigrations(tables, tables.Database, published.Database, TimeProvider.System).ApplyAsync(TestContext.Current.CancellationToken);
        return new(tables, published);
    }

    public IMetrics Metrics(IReadOnlyList<Brand>? registry = null, IUnseenAnswers? unseen = null, IEvenSources? even = null) => Services(registry, unseen, even).GetRequiredService<IMetrics>();

    public IExports Exports(IReadOnlyList<Brand>? registry = null) => Services(registry).GetRequiredService<IExports>();

    public IPostSearch Search() => Services(null).GetRequiredService<IPostSearch>();

    public IFirstWeeks FirstWeeks() => Services(null).GetRequiredService<IFirstWeeks>();

    public IUnregisteredAccounts UnregisteredAccounts() => Services(null).GetRequiredService<IUnregisteredAccounts>();

    public ILatePosts LatePosts() => Services(null).GetRequiredService<ILatePosts>();

    private ServiceProvider Services(IReadOnlyList<Brand>? registry, IUnseenAnswers? unseen = null, IEvenSources? even = null)
    {
        var services = new ServiceCollection()
            .AddSingleton<IFactReader>(this)
            .AddSingleton(new CurrentRegistry(new BrandRegistry(registry ?? Registry)))
            .AddSingleton(TimeProvider.System)
            .AddListeningMetrics();
        if (unseen is not null) services.AddSingleton(unseen);
        if (even is not null) services.AddSingleton(even);
        return services.BuildServiceProvider();
    }

    /// <summary>How many statements were read.</summary>
    public int Statements => statements;

    public async IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref statements);
        await foreach (var row in published.ReadAsync(query, cancellationToken)) yield return row;
    }

    /// <summary>Adds waits, and the posts that opened them where these are not given.</summary>
    public async Task AddAsync(params IReadOnlyList<SeededWait> waits)
    {
        Revision++;
        string[] absent = [.. waits.Select(_ => "")];
        DateTimeOffset?[] never = [.. waits.Select(_ => (DateTimeOffset?)null)];
        using var block = new NativeBlock(waits.Count)
            .Add("brand", [.. waits.Select(wait => wait.Brand)])
            .Add("opened_at", [.. waits.Select(wait => wait.OpenedAt)])
            .Add("conversation", [.. waits.Select(wait => PostKey.Of(wait.Source, wait.Id))])
            .Add("author", [.. waits.Select(wait => wait.Author)])
            .Add("number", [.. waits.Select((_, i) => (uint)i + 1)])
            .Add("kind", [.. waits.Select(wait => (sbyte)(wait.Own ? 0 : 1))])
            .Add("source", [.. waits.Select(wait => wait.Source)])
            .Add("language", [.. waits.Select(wait => wait.Language)])
            .Add("handle", [.. waits.Select(wait => wait.Author)])
            .Add("intent", [.. waits.Select(wait => wait.Intent)])
            .Add("sentiment", [.. waits.Select(wait => wait.Sentiment)])
            .Add("topic", [.. waits.Select(wait => wait.Topic)])
            .Add("opener", [.. waits.Select(wait => PostKey.Of(wait.Source, wait.Id))])
            .Add("opener_id", [.. waits.Select(wait => wait.Id)])
            .Add("episode", [.. waits.Select(wait => wait.LeftOut.Length > 0 ? 0u : 1u)])
            .Add("first_of_episode", [.. waits.Select(wait => wait.First && wait.LeftOut.Length == 0)])
            .Add("silence_episode", [.. waits.Select(wait => wait.LeftOut.Length > 0 ? 0u : 1u)])
            .Add("first_of_silence_episode", [.. waits.Select(wait => wait.FirstBySilence && wait.LeftOut.Length == 0)])
            .Add("closed_at", [.. waits.Select(wait => wait.ClosedAt)])
            .Add("closed_by", [.. waits.Select(wait => wait.ClosedBy is { } id ? PostKey.Of(wait.Source, id) : (UInt128?)null)])
            .Add("skewed", [.. waits.Select(wait => wait.Skewed)])
            .Add("automated_at", never)
            .Add("resolved_at", [.. waits.Select(wait => wait.ResolvedAt)])
            .Add("censored_at", [.. waits.Select(wait => wait.CensoredAt)])
            .Add("replied_at", [.. waits.Select(wait => wait.RepliedAt)])
            .Add("rival_at", [.. waits.Select(wait => wait.RivalAt)])
            .Add("rival", absent)
            .Add("helped_at", never)
            .Add("left_out", [.. waits.Select(wait => wait.LeftOut)])
            .Add("terms", [.. waits.Select(wait => wait.Terms)])
            .Add("target", [.. waits.Select(wait => wait.Target)])
            .Add("calendar", [.. waits.Select(wait => wait.Calendar)])
            .Add("opened_worked", [.. waits.Select(wait => wait.OpenedWorked)])
            .Add("closed_worked", [.. waits.Select(wait => wait.ClosedWorked)])
            .Add("censored_worked", [.. waits.Select(wait => wait.CensoredWorked)])
            .Add("due_at", [.. waits.Select(wait => wait.DueAt)])
            .Add("resolve_due_at", [.. waits.Select(wait => wait.ResolveDueAt)])
            .Add("act_at", [.. waits.Select(wait => (IReadOnlyList<DateTimeOffset>)[.. wait.Acts.Select(act => act.At)])])
            .Add("act_kind", [.. waits.Select(wait => (IReadOnlyList<string>)[.. wait.Acts.Select(act => $"{act.Kind}")])])
            .Add("act_by", [.. waits.Select(wait => (IReadOnlyList<string>)[.. wait.Acts.Select(act => act.By)])])
            .Add("act_to", [.. waits.Select(wait => (IReadOnlyList<string>)[.. wait.Acts.Select(act => act.To)])])
            .Add("revision", [.. waits.Select(_ => (ulong)Revision)])
            .Add("gone", [.. waits.Select(_ => false)]);
        await tables.InsertAsync("waits", block, TestContext.Current.CancellationToken);
    }

    /// <summary>Adds posts.</summary>
    public async Task AddAsync(params IReadOnlyList<SeededPost> posts)
    {
        Revision++;
        string[] absent = [.. posts.Select(_ => "")];
        using var block = new NativeBlock(posts.Count)
            .Add("posted_at", [.. posts.Select(post => post.PostedAt)])
            .Add("post", [.. posts.Select(post => PostKey.Of(post.Source, post.Id))])
            .Add("source", [.. posts.Select(post => post.Source)])
            .Add("id", [.. posts.Select(post => post.Id)])
            .Add("conversation", [.. posts.Select(post => PostKey.Of(post.Source, post.Conversation ?? post.Id))])
            .Add("author", [.. posts.Select(post => post.Handle)])
            .Add("handle", [.. posts.Select(post => post.Handle)])
            .Add("author_name", absent)
            .Add("followers", [.. posts.Select(post => post.Followers)])
            .Add("party", [.. posts.Select(post => post.Party)])
            .Add("brands", [.. posts.Select(post => post.Brands)])
            .Add("text", [.. posts.Select(post => post.Text)])
            .Add("language", [.. posts.Select(post => post.Language)])
            .Add("audience", [.. posts.Select(post => (sbyte)(post.Internal ? 1 : 0))])
            .Add("channel", absent)
            .Add("url", [.. posts.Select(post => $"https://example.com/{post.Id}")])
            .Add("reply", [.. posts.Select(post => post.Reply)])
            .Add("repost", [.. posts.Select(post => post.Repost)])
            .Add("intent", [.. posts.Select(post => post.Intent)])
            .Add("sentiment", [.. posts.Select(post => post.Sentiment)])
            .Add("topic", [.. posts.Select(post => post.Topic)])
            .Add("use_case", [.. posts.Select(post => post.UseCase)])
            .Add("sorted_kind", [.. posts.Select(post => post.AnswerKind)])
            .Add("first_seen", [.. posts.Select(post => post.PostedAt + post.Lag)])
            .Add("arrival", [.. posts.Select(post => (sbyte)(post.Backfilled ? 1 : 0))])
            .Add("source_posted_at", [.. posts.Select(post => post.PostedAt)])
            .Add("clamped", [.. posts.Select(_ => false)])
            .Add("edited_at", [.. posts.Select(post => post.EditedAt)])
            .Add("deleted_at", [.. posts.Select(post => post.DeletedAt)])
            .Add("versions", [.. posts.Select(_ => 1u)])
            .Add("revision", [.. posts.Select(_ => (ulong)Revision)])
            .Add("gone", [.. posts.Select(_ => false)]);
        await tables.InsertAsync("posts", block, TestContext.Current.CancellationToken);
    }

    /// <summary>Adds what a batch brought.</summary>
    public async Task AddBatchAsync(DateTimeOffset at, string source, ulong accepted, ulong duplicates, ulong updated, ulong rejected)
    {
        Revision++;
        using var block = new NativeBlock(1)
            .Add("batch", [Guid.NewGuid()]).Add("at", [at]).Add("source", [source]).Add("arrival", [(sbyte)0])
            .Add("accepted", [accepted]).Add("duplicates", [duplicates]).Add("updated", [updated]).Add("rejected", [rejected]);
        await tables.InsertAsync("batches", block, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await published.DisposeAsync();
        await tables.DisposeAsync();
    }
}
