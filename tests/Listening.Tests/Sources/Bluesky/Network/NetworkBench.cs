using Listening.Brands;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Streaming;
using Listening.Sources.Bluesky;
using Listening.Sources.Http;
using Listening.Tests.Collecting.Pulling;
using Xunit;

namespace Listening.Tests.Sources.Bluesky.Network;

/// <summary>The connector as a program has it, for one account on the network, and what it brought.</summary>
internal sealed class NetworkBench : IDisposable
{
    private readonly Uri service;
    private readonly string handle;
    private readonly BlueskyConnector connector;

    public NetworkBench(Uri service, string handle, OutgoingLimits? limits = null)
    {
        (this.service, this.handle) = (service, handle);
        Http = new(OutgoingRules.Read("127.0.0.1"), limits ?? new() { Retries = 0 }, TimeProvider.System, (_, _) => throw new InvalidOperationException("No name is asked for here."));
        connector = new(Http, TimeProvider.System);
    }

    public OutgoingHttp Http { get; }

    public MemoryPullStore Store { get; init; } = new();

    public IReadOnlyList<Brand> Brands { get; init; } = [];

    /// <summary>What is stored, each as it came last.</summary>
    public IReadOnlyList<Post> Posts => [.. Store.Batches.SelectMany(batch => batch.Posts).Select(one => one.Post).Reverse().DistinctBy(post => post.Identity).Reverse()];

    /// <summary>Whether a post with this text is stored.</summary>
    public bool Has(string text) => Store.Batches.Any(batch => batch.Posts.Any(one => one.Post.Text == text));

    /// <summary>The source, opened as for a run.</summary>
    public ISourceReader Open(string search = "", Uri? stream = null) => connector.Open(new("bluesky", new Dictionary<string, string>
    {
        ["handle"] = handle, ["password"] = BlueskyUser.Password, ["service"] = service.AbsoluteUri, ["search"] = search, ["stream"] = stream?.AbsoluteUri ?? "",
    }) { Brands = Brands });

    public IThreadReader Threads => (IThreadReader)Open();

    public IPostChecker Checker => (IPostChecker)Open();

    public IStreamReader Streaming(Uri stream, string search = "") => (IStreamReader)Open(search, stream);

    /// <summary>One cycle: every listing once.</summary>
    public async Task<PullReport> PullAsync(string search = "")
    {
        var reader = Open(search);
        var total = new PullReport();
        foreach (var stream in reader.Streams) total = total.Then(await new PullRun(reader, Store, TimeProvider.System).RunAsync(stream, Store.Cursor(stream.Name), new(), TestContext.Current.CancellationToken));
        return total;
    }

    public void Dispose()
    {
        connector.Dispose();
        Http.Dispose();
    }
}
