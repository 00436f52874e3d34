using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Slack;
using Listening.Tests.Sources.Contract;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Listening.Tests.Sources.Slack;

public sealed class SlackQuestionTests
{
    private static readonly QuestionDraft Draft = new(Guid.CreateVersion7(Some.Instant), "Where do <lost> bags go? ask-0000000001", "ask-0000000001");
    private readonly SlackRoom room = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_whose_answer_was_cut_off_is_put_once()
    {
        await using var bench = await SourceBench.StartAsync(Answer);
        bench.Stub.Fault = (_, context, _) =>
        {
            if (context.Request.Method == "POST") context.Abort();
            return Task.FromResult(context.Request.Method == "POST");
        };
        Assert.Equal(FailureKind.Unreachable, Assert.IsType<ReplyFailed>(await Channel(bench).AskAsync(Draft, Cancel)).Failure.Kind);
        bench.Stub.Fault = (_, _, _) => Task.FromResult(false);

        var sent = Assert.IsType<ReplySent>(await Channel(bench).AskAsync(Draft, Cancel));
        Assert.Equal(new PostId("slack", $"{SlackStub.Channel}/{room.Newest}"), sent.Post);
        Assert.Equal(["Where do &lt;lost&gt; bags go? ask-0000000001"], room.Texts);
    }

    [Fact]
    public async Task A_channel_that_the_app_is_not_in_is_told_with_what_it_needs()
    {
        await using var bench = await SourceBench.StartAsync(request => request.Method == "POST" ? new("""{"ok":false,"error":"not_in_channel"}""") : Answer(request));
        Assert.Equal("Slack says not_in_channel to chat.postMessage. The app needs chat:write and must be in the channel.", Assert.IsType<ReplyRefused>(await Channel(bench).AskAsync(Draft, Cancel)).Reason);
    }

    private static IQuestionChannel Channel(SourceBench bench) => (IQuestionChannel)new SlackConnector(bench.Http, TimeProvider.System).Open(new("slack", new Dictionary<string, string>
    {
        ["address"] = bench.Stub.Address.AbsoluteUri, ["token"] = ConnectorStub.Secret, ["channels"] = $"{SlackStub.Channel} support",
    }));

    private StubAnswer Answer(HttpRequest request)
    {
        if (request.Method != "POST") return room.Answer(request);
        using var body = JsonDocument.Parse(request.Body);
        room.Say(SlackPosts.Ts(Some.Instant), body.RootElement.GetProperty("text").GetString()!);
        return new(JsonSerializer.Serialize(new { ok = true, ts = room.Newest }));
    }
}
