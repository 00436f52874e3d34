using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Listening.Tests.Sources.Contract;
using Listening.Tests.Sources.Mastodon;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>A program that answers on a small Mastodon server.</summary>
public abstract class RepliesOfProgram : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "mastodon:acme@example.org", ["LISTENING__Brands__0__Watch__0"] = "train",
        ["LISTENING__Storage__MinimumFree"] = "0", ["LISTENING__Sources__AllowedNetworks"] = "127.0.0.0/8",
    };

    private readonly TemporaryDirectory directory = new();

    /// <summary>More settings of the program.</summary>
    private protected virtual Dictionary<string, string> More => [];

    private protected MastodonVillage Village { get; } = new() { Now = TimeProvider.System.GetUtcNow().AddMinutes(-2) };

    private protected StubServer Stub { get; private set; } = null!;

    private protected RunningServer Server { get; private set; } = null!;

    private protected HttpClient Agent { get; private set; } = null!;

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Stub = await StubServer.StartAsync();
        Stub.Answer = request =>
        {
            lock (Village) return Village.Answer(request);
        };
        await StartAsync();
        var settings = new { server = Stub.Address, token = ConnectorStub.Secret, hashtags = "nothing", domain = "example.org" };
        using var added = await Agent.PostAsJsonAsync("/api/v1/admin/sources", new { name = "ours", kind = "mastodon", settings, paused = true }, Cancelled);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        Agent.Dispose();
        await Server.DisposeAsync();
        await Stub.DisposeAsync();
        directory.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Kills the program and starts it again.</summary>
    private protected async Task RestartAsync()
    {
        await Server.KillAsync();
        await Server.DisposeAsync();
        Agent.Dispose();
        await StartAsync();
    }

    private protected async Task<string> WriteAsync(string author, string text, string? inReplyTo = null)
    {
        string id;
        lock (Village) id = Village.Write(author, text, inReplyTo?[(inReplyTo.LastIndexOf('/') + 1)..]);
        var uri = (string)Village.Statuses[^1]["uri"]!;
        await PushAsync("mastodon", uri, $"{author}@example.org", text, inReplyTo);
        return uri;
    }

    private protected async Task PushAsync(string source, string id, string author, string text, string? inReplyTo = null)
    {
        var post = new
        {
            source, id, author = new { id = source == "mastodon" ? $"https://example.org/users/{author.Split('@')[0]}" : author, handle = author, name = author.Split('@')[0] }, text, postedAt = Village.Now, inReplyTo, mentions = text.Contains("@acme", StringComparison.Ordinal) ? new[] { "acme@example.org" } : [],
            url = source == "reviews" ? $"https://reviews.example/{id}" : null,
        };
        using var answer = await Agent.PostAsJsonAsync("/api/v1/posts", new[] { post }, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private protected async Task<long> OnlyAsync(string who = "ana")
    {
        while (true)
        {
            var items = (await Agent.GetFromJsonAsync<JsonElement>("/api/v1/cases?view=needs_answer", Cancelled)).GetProperty("items").EnumerateArray()
                .Where(item => item.GetProperty("case").GetProperty("handle").GetString()!.StartsWith(who, StringComparison.Ordinal)).ToList();
            if (items.Count > 0) return Assert.Single(items).GetProperty("case").GetProperty("id").GetInt64();
            await Task.Delay(50, Cancelled);
        }
    }

    private protected async Task<JsonElement> UntilAsync(long id, Func<JsonElement, bool> holds)
    {
        while (true)
        {
            var replies = (await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}", Cancelled)).GetProperty("replies").EnumerateArray().ToList();
            if (replies.Count > 0 && holds(replies[^1])) return Assert.Single(replies);
            await Task.Delay(50, Cancelled);
        }
    }

    private async Task StartAsync()
    {
        Server = await RunningServer.StartAsync(directory.Path, Settings.Concat(More).ToDictionary(), Cancelled);
        Agent = await Server.WithKeyAsync("triage,read,ingest,admin");
    }
}
