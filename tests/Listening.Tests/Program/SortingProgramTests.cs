using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>The models in the running program: what comes in by POST is sorted, and waits open by it.</summary>
public sealed class SortingProgramTests : IDisposable
{
    private static readonly Dictionary<string, string> Sorting = new()
    {
        ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme", ["LISTENING__Models__Sort"] = "true",
    };

    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Case_9_a_thank_you_after_our_answer_opens_no_wait()
    {
        await using var server = await RunningServer.StartAsync(directory.File("data"), Sorting, Cancelled);
        using var client = await server.WithKeyAsync("read,ingest");
        await PostAsync(client,
            """{"source":"s","id":"1","author":{"id":"ana"},"text":"@acme my train is three hours late and nobody tells us why, this is terrible","postedAt":"2026-01-05T09:00:00Z"}""",
            """{"source":"s","id":"2","author":{"id":"acme"},"text":"@ana We are sorry! Take the 11:10 from track 3, your ticket is good for it.","postedAt":"2026-01-05T09:10:00Z","inReplyTo":"1"}""",
            """{"source":"s","id":"3","author":{"id":"ana"},"text":"@acme Thank you so much, that helped!","postedAt":"2026-01-05T09:12:00Z","inReplyTo":"2"}""");
        var conversation = await ConversationAsync(client, "s/3", posts: 3);
        var wait = Assert.Single(conversation.GetProperty("waits").EnumerateArray());
        Assert.Equal(JsonValueKind.String, wait.GetProperty("closedAt").ValueKind);

        var thanks = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/posts/s/3", UriKind.Relative), Cancelled);
        var intent = thanks.GetProperty("labels").EnumerateArray().Single(label => label.GetProperty("task").GetString() == "intent");
        Assert.Equal("praise", intent.GetProperty("value").GetString());
        Assert.StartsWith("intent-", intent.GetProperty("model").GetString(), StringComparison.Ordinal);
        Assert.Contains(intent.GetProperty("why").EnumerateArray(), piece => piece.GetProperty("text").GetString()!.Contains("thank", StringComparison.Ordinal) && piece.GetProperty("weight").GetDouble() > 0);

        var found = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/posts?q=sentiment:negative", UriKind.Relative), Cancelled);
        Assert.Equal("1", Assert.Single(found.GetProperty("items").EnumerateArray()).GetProperty("identity").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Classify_says_what_texts_are_and_why_and_what_it_cannot_read()
    {
        await using var server = await RunningServer.StartAsync(directory.File("data"), Sorting, Cancelled);
        using var client = await server.WithKeyAsync("read");
        var answers = await ClassifyAsync(client, new { texts = new[] { "my parcel is lost, this is a disgrace", "" } });
        Assert.Equal(2, answers.GetArrayLength());
        Assert.Equal(["answerKind", "intent", "language", "sentiment", "topic"], answers[0].EnumerateObject().Select(task => task.Name));
        var sentiment = answers[0].GetProperty("sentiment");
        Assert.Equal("negative", sentiment.GetProperty("label").GetString());
        Assert.Equal(sentiment.GetProperty("p").GetDouble(), sentiment.GetProperty("scores").GetProperty("negative").GetDouble());
        Assert.Contains(sentiment.GetProperty("why").EnumerateArray(), piece => piece.GetProperty("text").GetString() == "disgrace");
        // Of a text that says nothing nothing is known.
        Assert.Equal(["not_sure", "not_sure", "unknown", "not_sure", "not_sure"], answers[1].EnumerateObject().Select(task => task.Value.GetProperty("label").GetString()));
        var rough = await ClassifyAsync(client, new { texts = Models.RoughTextsTests.Rough.Select(row => row.Data.Item2) });
        Assert.Equal(Models.RoughTextsTests.Rough.Count, rough.GetArrayLength());
        Assert.Equal(["language", "sentiment", "useCase"], (await ClassifyAsync(client, new { texts = new[] { "who knows?" }, audience = "internal" }))[0].EnumerateObject().Select(task => task.Name));
        using var none = await client.PostAsJsonAsync("/api/v1/classify", new { texts = Array.Empty<string>() }, Cancelled);
        Assert.Equal(400, (int)none.StatusCode);
    }

    private static async Task<JsonElement> ClassifyAsync(HttpClient client, object request)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/classify", request, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }

    private static async Task PostAsync(HttpClient client, params string[] lines)
    {
        using var body = new StringContent(string.Join('\n', lines), null, "application/x-ndjson");
        using var answer = await client.PostAsync(new Uri("/api/v1/posts", UriKind.Relative), body, Cancelled);
        Assert.True(answer.IsSuccessStatusCode);
    }

    private static async Task<JsonElement> ConversationAsync(HttpClient client, string post, int posts)
    {
        while (true)
        {
            using var answer = await client.GetAsync(new Uri($"/api/v1/conversations/{post}", UriKind.Relative), Cancelled);
            if (answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled) is var conversation && conversation.GetProperty("posts").GetArrayLength() == posts
                // Posts stand before their waits do.
                && conversation.GetProperty("waits").GetArrayLength() > 0)
                return conversation;
            await Task.Delay(50, Cancelled);
        }
    }
}
