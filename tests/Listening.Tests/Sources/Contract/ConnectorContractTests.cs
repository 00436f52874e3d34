using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Tests.Collecting.Pulling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.Contract;

/// <summary>What every connector must bear: nothing lost, nothing twice, an end within the budget, and a next run that heals.</summary>
public sealed class ConnectorContractTests : IAsyncLifetime
{
    private static readonly OutgoingLimits Limits = new() { Longest = TimeSpan.FromMilliseconds(600), LongestTurn = TimeSpan.FromSeconds(5), FirstWait = TimeSpan.FromMilliseconds(10) };
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.Zero };
    private readonly MemoryPullStore store = new();
    private readonly List<StubPost> posts = [];
    private string current = "";
    private StubServer stub = null!;
    private OutgoingHttp http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        stub = await StubServer.StartAsync();
        http = NewWay();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await stub.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Connectors.Names), MemberType = typeof(Connectors))]
    public void It_says_what_it_is(string connector)
    {
        var declaration = Connectors.Named(connector).Build(http, time).Declaration;

        Assert.Matches("^[a-z][a-z0-9-]*$", declaration.Kind);
        Assert.All(new[] { declaration.Title, declaration.Summary }, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.EndsWith(".", declaration.Summary, StringComparison.Ordinal);
        Assert.True(declaration.Every >= declaration.Shortest);
        Assert.All(declaration.Settings, setting => Assert.Matches("^[a-z][a-z0-9-]*$", setting.Name));
        Assert.Equal(declaration.Settings.Count, declaration.Settings.Select(setting => setting.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Connectors.Names), MemberType = typeof(Connectors))]
    public void A_setting_that_must_be_there_and_is_not_is_named(string connector)
    {
        var (subject, settings) = (Connectors.Named(connector), Connectors.Named(connector).Settings(stub.Address));
        var built = subject.Build(http, time);

        foreach (var required in built.Declaration.Settings.Where(setting => setting.Required))
        {
            var without = settings.Where(setting => setting.Key != required.Name).ToDictionary();
            Assert.Equal(required.Name, Assert.Throws<SourceSettingsException>(() => built.Open(new("test", without))).Setting);
        }
    }

    [Theory]
    [MemberData(nameof(Connectors.Names), MemberType = typeof(Connectors))]
    public async Task Everything_arrives_once_over_many_runs(string connector)
    {
        var subject = Connectors.Named(connector);
        var chance = new Random(7);
        foreach (var more in new[] { 3, 0, 1, subject.PageSize - 5, 2, subject.HasPages ? (subject.PageSize * 3) + 1 : 7, 0 })
        {
            Add(more);
            var report = await Pull(subject);
            Assert.Null(report.Failure);
            Assert.Equal(posts.Count, store.Posts.Count);
            time.Advance(TimeSpan.FromMinutes(chance.Next(1, 90)));
        }

        Assert.Empty(store.Gaps);
        // A restart remembers nothing but the cursor, and repeats nothing.
        http.Dispose();
        http = NewWay();
        Assert.Equal(0, (await Pull(subject)).Receipt.Accepted);
        var texts = store.Batches.SelectMany(batch => batch.Posts).DistinctBy(post => post.Post.Identity).Select(post => post.Post.Text);
        Assert.Equal(posts.Select(post => post.Text).Order(), texts.Order());
        var instants = store.Batches.SelectMany(batch => batch.Posts).Select(post => post.Post.SourcePostedAt.ToUnixTimeSeconds()).Distinct();
        Assert.Equal(posts.Select(post => post.At.ToUnixTimeSeconds()).Order(), instants.Order());
    }

    [Theory]
    [MemberData(nameof(Connectors.WithFaults), MemberType = typeof(Connectors))]
    public async Task After_a_fault_the_next_run_heals(string connector, string fault)
    {
        var subject = Connectors.Named(connector);
        Add(10);
        await Pull(subject);
        Add(subject.HasPages ? subject.PageSize * 2 : 15);
        store.BeforeSave = cursor => NothingIsPassed(cursor, Open(subject));
        foreach (var strikes in subject.HasPages ? new[] { 1, 2 } : [1])
        {
            stub.Restart();
            stub.Fault = async (number, context, answer) =>
            {
                if (number < strikes) return false;
                await Faults.All[fault](context, answer);
                return true;
            };
            var report = await Pull(subject);

            Assert.True(fault == "latency" || report.Failure is not null || report.Rejected > 0 || report.Cut, $"{fault} passed without a word");
            Assert.InRange(report.Pages, 0, new PullBudget().Pages * 2);
            Assert.DoesNotContain(ConnectorStub.Secret, $"{report.Failure?.Reason}{string.Join("", report.Reasons)}", StringComparison.Ordinal);
        }

        stub.Fault = (_, _, _) => Task.FromResult(false);
        time.Advance(TimeSpan.FromMinutes(2));
        // The way out keeps to what a source said in real time; a new one has not heard it.
        http.Dispose();
        http = NewWay();
        Assert.Null((await Pull(subject)).Failure);
        time.Advance(TimeSpan.FromHours(2));
        Assert.Null((await Pull(subject)).Failure);
        Assert.Equal(posts.Select(post => post.Text).Order(), store.Batches.SelectMany(batch => batch.Posts).DistinctBy(post => post.Post.Identity).Select(post => post.Post.Text).Order());
        Assert.Empty(store.Gaps);
    }

    [Theory]
    [MemberData(nameof(Connectors.Names), MemberType = typeof(Connectors))]
    public async Task Pages_that_come_twice_or_swapped_or_for_ever_lose_nothing(string connector)
    {
        var subject = Connectors.Named(connector);
        Add(5);
        await Pull(subject);
        foreach (var lie in Lies.All.Values)
        {
            Add(subject.HasPages ? subject.PageSize * 3 : 5);
            var tell = lie();
            stub.Fault = async (_, context, answer) =>
            {
                await StubServer.WriteAsync(context, tell(answer));
                return true;
            };
            var report = await Pull(subject, new() { Pages = 30 });
            Assert.InRange(report.Pages, 1, 30);
            NothingIsTwice();
            stub.Fault = (_, _, _) => Task.FromResult(false);
            time.Advance(TimeSpan.FromHours(2));
            // Its rate is kept in real time, and hours went by here.
            http.Dispose();
            http = NewWay();
            for (var run = 0; run < 2; run++) Assert.Null((await Pull(subject)).Failure);
        }

        Assert.Equal(posts.Count, store.Posts.Count);
    }

    [Theory]
    [MemberData(nameof(Connectors.Names), MemberType = typeof(Connectors))]
    public async Task A_credential_that_is_refused_once_costs_at_most_one_run(string connector)
    {
        var subject = Connectors.Named(connector);
        Add(10);
        await Pull(subject);
        Add(subject.HasPages ? subject.PageSize * 2 : 15);
        stub.Restart();
        var refused = 0;
        stub.Fault = async (number, context, answer) =>
        {
            if (refused > 0 || number < 2) return false;
            refused++;
            await Faults.All["401"](context, answer);
            return true;
        };
        var failures = new List<FailureKind?>();
        for (var run = 0; run < 4; run++)
        {
            // Threads are looked through now and then only.
            time.Advance(TimeSpan.FromMinutes(3));
            failures.Add((await Pull(subject)).Failure?.Kind);
        }

        Assert.Equal(1, refused);
        Assert.InRange(failures.Count(kind => kind == FailureKind.Unauthorised), 0, 1);
        Assert.Null(failures[^1]);
        Assert.Equal(posts.Count, store.Posts.Count);
        NothingIsTwice();
    }

    [Theory]
    [MemberData(nameof(Connectors.Names), MemberType = typeof(Connectors))]
    public async Task A_source_whose_clock_is_ahead_or_behind_or_set_loses_nothing(string connector)
    {
        var subject = Connectors.Named(connector);
        foreach (var hours in new[] { 0.0, 1.5, 0.1, -1.5 })
        {
            Add(4, TimeSpan.FromHours(hours));
            stub.Fault = async (_, context, answer) =>
            {
                context.Response.Headers.Date = (time.GetUtcNow() + TimeSpan.FromHours(hours)).ToString("R");
                await StubServer.WriteAsync(context, answer);
                return true;
            };
            Assert.Null((await Pull(subject)).Failure);
            time.Advance(TimeSpan.FromMinutes(30));
        }

        time.Advance(TimeSpan.FromHours(2));
        for (var run = 0; run < 2; run++) Assert.Null((await Pull(subject)).Failure);
        Assert.Equal(posts.Count, store.Posts.Count);
        NothingIsTwice();
    }

    private void NothingIsTwice()
    {
        var texts = store.Batches.SelectMany(batch => batch.Posts).DistinctBy(post => post.Post.Identity).Select(post => post.Post.Text).ToList();
        Assert.Equal(texts.Count, texts.Distinct().Count());
    }

    // A walk back that is closed says that everything is stored up to the watermark; a listing without order has none.
    private void NothingIsPassed(SourceCursor cursor, ISourceReader reader)
    {
        if (cursor.Walk is null && cursor.Watermark is not null && reader.Streams is [{ Direction: PageDirection.Backward }]) Assert.Equal(posts.Count, store.Posts.Count);
    }

    private static OutgoingHttp NewWay() => new(OutgoingRules.Read("127.0.0.1"), Limits, TimeProvider.System, (_, _) => throw new InvalidOperationException("No name is asked for here."));

    private void Add(int count, TimeSpan ahead = default)
    {
        for (var i = 0; i < count; i++) posts.Add(new(posts.Count + 1, time.GetUtcNow().AddSeconds(-count + i) + ahead));
        stub.Answer = request => Connectors.Named(current).Answer(request, posts);
    }

    private async Task<PullReport> Pull(ConnectorStub subject, PullBudget? budget = null)
    {
        current = subject.ToString();
        var reader = Open(subject);
        var total = new PullReport();
        foreach (var stream in reader.Streams) total = total.Then(await new PullRun(reader, store, time).RunAsync(stream, store.Cursor(stream.Name), budget ?? new(), Cancel));
        return total;
    }

    private ISourceReader Open(ConnectorStub subject) => subject.Build(http, time).Open(new("test", subject.Settings(stub.Address)));
}
