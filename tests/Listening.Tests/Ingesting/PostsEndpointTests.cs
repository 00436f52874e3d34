using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Listening.Collecting;
using Listening.Tests.Sources;
using Xunit;

namespace Listening.Tests.Ingesting;

public sealed class PostsEndpointTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly IngestServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Lines_are_stored_and_counted_and_refused_ones_are_listed_with_their_numbers()
    {
        var (status, answer) = await PostAsync($"{Line("1")}\n\n{Line("2")}\n{{\"source\":1}}\n{Line("1")}\n");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"accepted":2,"duplicates":1,"updated":0,"rejected":[{"line":4,"reason":"`source` is not a string: 1"}],"rejectedTotal":1}""", answer.GetRawText());
        Assert.Equal(["1", "2", "1"], server.Store.Posts.Select(post => post.Post.Identity.Id));
        Assert.All(server.Store.Posts, post => Assert.Equal((Arrival.Live, Some.Instant), (post.Arrival, post.FirstSeen)));
        Assert.Equal(1, Assert.Single(Assert.Single(server.Store.Commits)).Rejected[""]);
    }

    [Fact]
    public async Task An_array_a_gzipped_body_and_a_backfill_are_taken()
    {
        Assert.Equal(2, (await PostAsync($"[{Line("1")},{Line("2")}]", "application/json; charset=utf-8")).Answer.GetProperty("accepted").GetInt64());
        using var content = new StreamContent(Reading.Gzip(Line("3"))) { Headers = { ContentType = new("application/x-ndjson"), ContentEncoding = { "gzip" } } };
        using var answer = await server.Client.PostAsync("api/v1/posts?arrival=backfill", content, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Arrival.Backfill, server.Store.Posts.Last().Arrival);
    }

    [Fact]
    public async Task A_body_of_any_length_is_taken_in_batches()
    {
        var body = new StringBuilder();
        for (var number = 0; number < 120_000; number++) body.Append(Line($"{number}", new string('x', 300))).Append('\n');
        Assert.True(body.Length > 40_000_000);
        Assert.Equal(120_000, (await PostAsync(body.ToString())).Answer.GetProperty("accepted").GetInt64());
        Assert.All(server.Store.Commits, commit => Assert.InRange(commit.Sum(batch => batch.Posts.Count), 1, 5_000));
    }

    [Fact]
    public async Task At_most_a_thousand_refused_lines_are_listed_and_all_are_counted()
    {
        var (_, answer) = await PostAsync(string.Concat(Enumerable.Repeat("{}\n", 1_500)));
        Assert.Equal((1_000, 1_500), (answer.GetProperty("rejected").GetArrayLength(), answer.GetProperty("rejectedTotal").GetInt32()));
    }

    [Fact]
    public async Task A_key_of_one_source_sends_only_that_source()
    {
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "ingest:mastodon");
        var (status, answer) = await PostAsync($"{Line("1")}\n{Line("2").Replace("mastodon", "twitter")}\n");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, answer.GetProperty("accepted").GetInt64());
        Assert.Equal("`source` is not one this key may send: twitter", answer.GetProperty("rejected")[0].GetProperty("reason").GetString());
        Assert.Equal("mastodon", Assert.Single(server.Store.Posts).Post.Identity.Source);
    }

    [Fact]
    public async Task A_key_without_the_scope_sends_nothing()
    {
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "read");
        using var content = new StringContent(Line("1"), Encoding.UTF8, "application/x-ndjson");
        // The test's server knows no scheme to forbid with, so the refusal is an error; what counts is that nothing is stored.
        using var answer = await server.Client.PostAsync("api/v1/posts", content, Token);
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Empty(server.Store.Posts);
    }

    [Theory]
    [InlineData("text/html", null, "", 415, "urn:listening:problem:media-type")]
    [InlineData("application/x-ndjson", "br", "", 415, "urn:listening:problem:content-encoding")]
    [InlineData("application/x-ndjson", null, "?arrival=yesterday", 400, "urn:listening:problem:arrival")]
    [InlineData("application/x-ndjson", "gzip", "", 400, "urn:listening:problem:body-cut")]
    public async Task A_request_that_cannot_be_read_says_why(string mediaType, string? encoding, string query, int status, string type)
    {
        using var content = new StringContent(Line("1")) { Headers = { ContentType = new(mediaType) } };
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        using var answer = await server.Client.PostAsync($"api/v1/posts{query}", content, Token);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(type, (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("type").GetString());
        Assert.Empty(server.Store.Posts);
    }

    [Fact]
    public async Task What_came_before_a_broken_gzip_stays_stored_and_is_counted()
    {
        var zipped = Reading.Gzip(string.Join('\n', Enumerable.Range(0, 20_000).Select(number => Line($"{number}")))).ToArray();
        using var content = new ByteArrayContent(zipped[..(zipped.Length / 2)]) { Headers = { ContentType = new("application/x-ndjson"), ContentEncoding = { "gzip" } } };
        using var answer = await server.Client.PostAsync("api/v1/posts", content, Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal("urn:listening:problem:body-cut", problem.GetProperty("type").GetString());
        Assert.InRange(problem.GetProperty("accepted").GetInt32(), 1_000, 19_000);
        Assert.Equal(problem.GetProperty("accepted").GetInt32(), server.Store.Posts.Count());
    }

    [Fact]
    public async Task What_came_before_a_sender_fell_silent_stays_stored()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Address.Host, server.Address.Port, Token);
        var lines = string.Concat(Enumerable.Range(0, 6_000).Select(number => Line($"{number}") + "\n"));
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/posts HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: Bearer ingest\r\nContent-Type: application/x-ndjson\r\nContent-Length: 9000000\r\n\r\n{lines}{Line("cut")[..20]}"), Token);
        await StoredAsync(5_000);
        socket.Close();
        await StoredAsync(5_001);
        Assert.InRange(server.Store.Posts.Count(), 5_001, 6_000);
    }

    private async Task StoredAsync(int posts)
    {
        for (var patience = 0; server.Store.Commits.Sum(commit => commit.Sum(batch => batch.Posts.Count)) < posts && patience < 2_000; patience++) await Task.Delay(5, Token);
    }

    private static string Line(string id, string text = "hm") => $$"""{"source":"mastodon","id":"{{id}}","author":{"id":"7"},"text":"{{text}}","postedAt":"2026-01-05T09:12:44Z"}""";

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string body, string mediaType = "application/x-ndjson")
    {
        using var content = new StringContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        using var answer = await server.Client.PostAsync("api/v1/posts", content, Token);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Token));
    }
}
