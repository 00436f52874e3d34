using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Mattermost;
using Listening.Tests.Sources.Contract;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Listening.Tests.Sources.Mattermost;

public sealed class MattermostQuestionTests
{
    private static readonly QuestionDraft Draft = new(Guid.CreateVersion7(Some.Instant), "Where do lost bags go? ask-0000000001", "ask-0000000001");
    private readonly List<string> said = ["Good morning"];

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
        Assert.Equal((new PostId("chat", "p2"), $"{bench.Stub.Address}_redirect/pl/p2"), (sent.Post, sent.Url));
        Assert.Equal(["Good morning", Draft.Text], said);
    }

    [Fact]
    public async Task What_the_server_does_not_let_us_write_is_told()
    {
        await using var bench = await SourceBench.StartAsync(request => request.Method == "POST" ? new("""{"id":"api.context.permissions.app_error"}""", Status: 403) : Answer(request));
        Assert.Equal(FailureKind.Unauthorised, Assert.IsType<ReplyFailed>(await Channel(bench).AskAsync(Draft, Cancel)).Failure.Kind);
    }

    private static IQuestionChannel Channel(SourceBench bench) => (IQuestionChannel)new MattermostConnector(bench.Http, TimeProvider.System).Open(new("chat", new Dictionary<string, string>
    {
        ["address"] = bench.Stub.Address.AbsoluteUri, ["token"] = ConnectorStub.Secret, ["channels"] = $"{MattermostStub.Channel} support",
    }));

    private StubAnswer Answer(HttpRequest request)
    {
        if (request.Method != "POST") return new(JsonSerializer.Serialize(new { order = said.Select((_, at) => $"p{at + 1}"), posts = said.Select(Post).ToDictionary(post => post["id"]) }));
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(MattermostStub.Channel, body.RootElement.GetProperty("channel_id").GetString());
        said.Add(body.RootElement.GetProperty("message").GetString()!);
        return new(JsonSerializer.Serialize(Post(said[^1], said.Count - 1)), Status: 201);
    }

    private static Dictionary<string, string> Post(string text, int at) => new() { ["id"] = $"p{at + 1}", ["user_id"] = "u1", ["message"] = text };
}
