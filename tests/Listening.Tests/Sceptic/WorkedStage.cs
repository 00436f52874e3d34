using Listening.Brands;
using Listening.Collecting;
using Listening.Tests.Store;

namespace Listening.Tests.Sceptic;

/// <summary>A derived copy with tones, returns and work on cases, in a store of its own, and the sceptic's answers to the same; opened once for all questions.</summary>
public sealed class WorkedStage : IAsyncDisposable
{
    private const string Registry = "house";
    private readonly Lazy<Task<Opened>> opened;

    public WorkedStage(EngineFixture engine) => opened = new(() => OpenAsync(engine));

    internal Task<Opened> OpenedAsync() => opened.Value;

    public async ValueTask DisposeAsync()
    {
        if (opened is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await opened.Value).Store.DisposeAsync();
    }

    private static async Task<Opened> OpenAsync(EngineFixture engine)
    {
        var brands = Registries.Named(Registry);
        var (worked, known) = (new Worked("worked"), new Known(brands));
        var posts = worked.WithReturns(DerivedCopy.Of(TwcsFile.Read(SharedData.File("twcs_threads/twcs.csv")), Registry, Registries.RivalHandles(brands)), known);
        var marked = Machines.Marked(posts, known);
        var waits = IndependentClock.Run(marked, known);
        var deeds = worked.Deeds(posts, waits);
        var store = await Stage.EmptyAsync(brands, engine);
        await store.StoreAsync((await Stage.WiredAsync(posts)).Select(one =>
            one with { FirstSeen = one.Post.SourcePostedAt.AddSeconds(worked.SeenAfter(one.Post.Identity.Id)), Arrival = Arrival.Live }));
        await store.Room.Posts.AppendAsync(worked.Labels(posts), CancellationToken.None);
        await store.Room.CaseEvents.AppendAsync(Worked.Sent(deeds, waits), CancellationToken.None);
        await store.ProjectAsync();
        return new(
            store, new(store.Room.Facts, new(new BrandRegistry(brands)), new()), new(posts, waits, known, worked.ToneOf), new(marked, waits, known, deeds, worked.SeenAfter), known);
    }

    internal sealed record Opened(OpenStore Store, Listening.Metrics.Metrics Product, IndependentRecovery Recovery, IndependentWork Work, Known Known);
}
