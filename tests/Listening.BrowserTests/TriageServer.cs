using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Listening.BrowserTests;

/// <summary>The program with a brand and a competitor, agents who joined by a link, and posts that come in as from a source.</summary>
public sealed class TriageServer : ProgramServer, IAsyncLifetime
{
    private HttpClient admin = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        admin = new HttpClient { BaseAddress = Address };
        admin.DefaultRequestHeaders.Authorization = new("Bearer", await NewKeyAsync("triage", "admin"));
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        admin?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>Somebody of a role who has just joined, in a browser of their own.</summary>
    public Task<Visitor> JoinedAsync(Chromium chromium, string name, string role = "agent", int width = 1440) => Joining.JoinAsync(chromium, this, admin, name, role, width);

    /// <summary>One post as it comes from a source; the brand's handle stands in <c>mentions</c>.</summary>
    public static object Post(string id, string author, string text, DateTimeOffset at, string? answers = null, string source = "mastodon", object[]? attachments = null) => new
    {
        source, id, author = new { id = author, handle = author, name = author, followers = 200 }, text, postedAt = at, inReplyTo = answers, mentions = author is "acme" or "rival" ? [] : new[] { "acme" },
        url = $"https://example.social/{id}", attachments = attachments ?? [],
    };

    /// <summary>Complaints of so many customers, a minute apart, each with <paramref name="word"/> in it.</summary>
    public async Task ComplainAsync(string word, int count, int minutesAgo = 0)
    {
        var now = TimeProvider.System.GetUtcNow();
        await SendAsync(Enumerable.Range(0, count).Select(index => Post($"{word}-{index}", $"{word}{index}", $"@acme my bag is lost and nobody answers. {word} {index}", now.AddMinutes(-minutesAgo).AddSeconds(-index))));
        await UntilAsync(word, count);
    }

    /// <summary>Takes posts in and answers when they are stored.</summary>
    public async Task SendAsync(params IEnumerable<object> posts)
    {
        using var body = new StringContent(string.Join('\n', posts.Select(post => post as string ?? JsonSerializer.Serialize(post))), Encoding.UTF8, "application/x-ndjson");
        using var answer = await admin.PostAsync(new Uri("/api/v1/posts", UriKind.Relative), body, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    /// <summary>Waits until so many cases are found that need an answer.</summary>
    public async Task UntilAsync(string word, int count)
    {
        for (var look = 0; (await CasesAsync(word)).Count != count; look++)
        {
            Assert.True(look < 600, $"No {count} cases with '{word}' after a minute.");
            await Task.Delay(100, Cancelled);
        }
    }

    /// <summary>The cases that need an answer and have a word.</summary>
    public async Task<List<JsonElement>> CasesAsync(string word)
    {
        List<JsonElement> all = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/cases?q={word}&limit=200&cursor={Uri.EscapeDataString(cursor)}", Cancelled);
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("nextCursor").GetString();
        }

        return all;
    }

    /// <summary>One case with its history.</summary>
    public Task<JsonElement> CaseAsync(long id) => admin.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}", Cancelled);

    /// <summary>Does something to a case as somebody else would.</summary>
    public async Task DoAsync(long id, string what, object body)
    {
        using var answer = await admin.PostAsJsonAsync($"/api/v1/cases/{id}/{what}", body, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    /// <inheritdoc/>
    protected override Task PrepareAsync()
    {
        // Pictures of posts lie on this machine.
        Settings["LISTENING__Sources__AllowedNetworks"] = "127.0.0.0/8";
        Settings["LISTENING__Brands__0__Name"] = "Acme";
        Settings["LISTENING__Brands__0__Handles__0"] = "*:acme";
        Settings["LISTENING__Brands__1__Name"] = "Rival";
        Settings["LISTENING__Brands__1__Kind"] = "competitor";
        Settings["LISTENING__Brands__1__Handles__0"] = "*:rival";
        return Task.CompletedTask;
    }
}
