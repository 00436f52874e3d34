using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Mastodon;
using Listening.Tests.Sources.Contract;
using Xunit;

namespace Listening.Tests.Sources.Mastodon;

public sealed class MastodonReplyTests : IAsyncLifetime
{
    private readonly MastodonVillage village = new();
    private SourceBench bench = null!;
    private string parent = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bench = await SourceBench.StartAsync(village.Answer);
        parent = village.Write("ana", "where is it #train", visibility: "unlisted");
    }

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_reply_names_whom_it_answers_and_is_no_wider_than_the_post()
    {
        var sent = Assert.IsType<ReplySent>(await Channel().SendAsync(Draft("On its way."), Cancel));

        var reply = village.Statuses[^1];
        Assert.Equal(("<p>@ana On its way.</p>", parent, "unlisted"), ((string)reply["content"]!, (string)reply["in_reply_to_id"]!, (string)reply["visibility"]!));
        Assert.Equal(((string)reply["uri"]!, (string)reply["url"]!), (sent.Post.Id, sent.Url));
    }

    [Fact]
    public async Task A_reply_whose_answer_was_cut_off_is_sent_once_also_when_the_server_has_forgotten_its_key()
    {
        var draft = Draft("On its way.");
        bench.Stub.Fault = (_, context, _) =>
        {
            if (context.Request.Method == "POST") context.Abort();
            return Task.FromResult(context.Request.Method == "POST");
        };
        Assert.Equal(FailureKind.Unreachable, Assert.IsType<ReplyFailed>(await Channel().SendAsync(draft, Cancel)).Failure.Kind);
        bench.Stub.Fault = (_, _, _) => Task.FromResult(false);
        bench.Stub.Requests.Clear();

        var sent = Assert.IsType<ReplySent>(await Channel().SendAsync(draft, Cancel));

        Assert.Equal(2, village.Statuses.Count);
        Assert.Equal((string)village.Statuses[1]["uri"]!, sent.Post.Id);
        Assert.DoesNotContain("/api/v1/statuses", bench.Stub.Requests);
        // The same words again, later and meant.
        village.Now = village.Now.AddHours(1);
        await Channel().SendAsync(Draft("On its way."), Cancel);
        Assert.Equal(3, village.Statuses.Count);
    }

    [Fact]
    public async Task What_the_server_will_never_take_is_refused_with_its_reason()
    {
        var refused = Assert.IsType<ReplyRefused>(await Channel().SendAsync(Draft(new string('x', 501)), Cancel));
        Assert.Equal("127.0.0.1 does not take it: Validation failed: Text character limit of 500 exceeded", refused.Reason);

        village.Statuses.Clear();
        Assert.Equal("127.0.0.1 does not show the post any more.", Assert.IsType<ReplyRefused>(await Channel().SendAsync(Draft("Hello?"), Cancel)).Reason);
        Assert.IsType<ReplyRefused>(await Channel(token: null).SendAsync(Draft("Hello?"), Cancel));
    }

    private ReplyDraft Draft(string text) => new(Guid.CreateVersion7(village.Now), new("mastodon", MastodonVillage.Uri("ana", parent)), text);

    private IReplyChannel Channel(string? token = ConnectorStub.Secret)
    {
        var values = new Dictionary<string, string> { ["server"] = bench.Stub.Address.AbsoluteUri, ["hashtags"] = "train", ["domain"] = "example.org" };
        if (token is not null) values["token"] = token;
        return (IReplyChannel)new MastodonConnector(bench.Http, TimeProvider.System).Open(new("mastodon", values));
    }
}
