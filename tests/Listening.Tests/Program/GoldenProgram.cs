using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>One running program for all golden cases: each has a brand of its own, and ids that begin with it.</summary>
public sealed class GoldenProgram : IAsyncLifetime
{
    private static readonly string[] Numbers = ["02", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "21b", "22", "23", "24", "a", "b", "c", "d", "e", "f", "g", "h", "snooze", "files", "files2"];
    private readonly TemporaryDirectory directory = new();
    private RunningServer server = null!;

    /// <summary>The relational store, for a program that is not shared; null for SQLite.</summary>
    public string? Operational { get; init; }

    /// <summary>May work on cases, read and bring posts.</summary>
    public HttpClient Agent { get; private set; } = null!;

    /// <summary>When the histories begin, to the millisecond.</summary>
    public DateTimeOffset Start { get; } = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().AddHours(-3).ToUnixTimeMilliseconds());

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string>
        {
            ["LISTENING__Storage__MinimumFree"] = "0",
            ["LISTENING__Models__Sort"] = "false",
            ["LISTENING__Cases__CustomerRecord"] = "https://crm.example.com/?q={handle}",
            ["LISTENING__Brands__0__Name"] = "Bolt",
            ["LISTENING__Brands__0__Kind"] = "competitor",
            ["LISTENING__Brands__0__Handles__0"] = "*:bolt",
        };
        if (Operational is not null) settings["LISTENING__Storage__Operational"] = Operational;
        foreach (var (i, number) in Numbers.Index())
        {
            settings[$"LISTENING__Brands__{i + 1}__Name"] = Brand(number);
            settings[$"LISTENING__Brands__{i + 1}__Handles__0"] = $"*:{Handle(number)}";
        }

        server = await RunningServer.StartAsync(directory.Path, settings, Cancelled);
        Agent = await server.WithKeyAsync("triage,read,ingest");
    }

    public async ValueTask DisposeAsync()
    {
        Agent?.Dispose();
        if (server is not null) await server.DisposeAsync();
        directory.Dispose();
    }

    /// <summary>The brand of a golden case.</summary>
    public static string Brand(string number) => $"Case{number}";

    /// <summary>Its handle, in every source.</summary>
    public static string Handle(string number) => $"case{number}";

    /// <summary>Another key with these scopes.</summary>
    public Task<HttpClient> WithKeyAsync(string scopes) => server.WithKeyAsync(scopes);

    /// <summary>Does something to a case.</summary>
    public static async Task<HttpResponseMessage> DoAsync(HttpClient client, HttpMethod method, string address, object? body = null, string? seen = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/cases/{address}");
        if (body is not null) request.Content = JsonContent.Create(body);
        if (seen is not null) request.Headers.TryAddWithoutValidation("If-Match", seen);
        return await client.SendAsync(request, Cancelled);
    }

    /// <summary>Does something to a case that must be well; gives the answer.</summary>
    public async Task<JsonElement> DoneAsync(string address, object? body = null, HttpMethod? method = null)
    {
        using var answer = await DoAsync(Agent, method ?? HttpMethod.Post, address, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }

    /// <summary>A post as it goes over the wire; who is no brand's account names the brand of the case, unless <paramref name="names"/> says whom.</summary>
    public Dictionary<string, object?> Post(
        string number, string id, string author, double minute, string? to = null, string? text = null, string[]? names = null, DateTimeOffset? at = null)
    {
        string[] addressed = author.StartsWith("case", StringComparison.Ordinal) || author == "bolt" ? [] : [Handle(number)];
        var named = names ?? addressed;
        return new()
        {
            ["source"] = "mastodon",
            ["id"] = $"{number}-{id}",
            ["author"] = new Dictionary<string, object?> { ["id"] = author, ["handle"] = author },
            ["text"] = string.Join(' ', [text ?? string.Create(CultureInfo.InvariantCulture, $"This is what {author} says in {id}."), .. named.Select(name => $"@{name}")]),
            ["postedAt"] = at ?? Start.AddMinutes(minute),
            ["inReplyTo"] = to is null ? null : $"{number}-{to}",
            ["mentions"] = named,
        };
    }

    /// <summary>Brings posts in; gives what the program says of them.</summary>
    public async Task<JsonElement> SendAsync(IEnumerable<Dictionary<string, object?>> posts, string arrival = "live")
    {
        using var answer = await Agent.PostAsJsonAsync($"/api/v1/posts?arrival={arrival}", posts, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }

    /// <summary>Brings posts in.</summary>
    public Task<JsonElement> SendAsync(params Dictionary<string, object?>[] posts) => SendAsync(posts, "live");

    /// <summary>The conversation of a post, as soon as it is as <paramref name="until"/> wants it.</summary>
    public async Task<JsonElement> ConversationAsync(string id, Func<JsonElement, bool> until) => await PollAsync($"/api/v1/conversations/mastodon/{id}", until);

    /// <summary>The waits of a conversation, as soon as they are as <paramref name="until"/> wants them.</summary>
    public async Task<List<JsonElement>> WaitsAsync(string id, Func<List<JsonElement>, bool> until) =>
        [.. (await ConversationAsync(id, found => until([.. found.GetProperty("waits").EnumerateArray()]))).GetProperty("waits").EnumerateArray()];

    /// <summary>A case; where it was merged, the one that goes on.</summary>
    public async Task<JsonElement> CaseAsync(long id)
    {
        using var answer = await Agent.GetAsync(new Uri($"/api/v1/cases/{id}", UriKind.Relative), Cancelled);
        return await Agent.GetFromJsonAsync<JsonElement>(answer.StatusCode == HttpStatusCode.TemporaryRedirect ? answer.Headers.Location! : new Uri($"/api/v1/cases/{id}", UriKind.Relative), Cancelled);
    }

    /// <summary>A metric of the case's brand over the last week.</summary>
    public Task<JsonElement> MetricAsync(string metric, string number, string more = "") =>
        Agent.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{metric}?brand={Brand(number)}{more}", Cancelled);

    /// <summary>A count of the case's brand over the last week; 0 where there is no data.</summary>
    public async Task<int> CountAsync(string metric, string number) =>
        (await MetricAsync(metric, number)).GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? (int)value.GetDouble() : 0;

    /// <summary>The cases of the golden case's brand in a queue.</summary>
    public async Task<List<JsonElement>> QueueAsync(string number, string view = "needs_answer")
    {
        // What is searched for is listed each for itself, where a queue shows those who say the same as one.
        var page = await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases?view={view}&limit=200&q={Uri.EscapeDataString($"brand:\"{Brand(number)}\"")}", Cancelled);
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    /// <summary>The same, as soon as there are <paramref name="count"/>.</summary>
    public async Task<List<JsonElement>> QueueAsync(string number, int count, string view = "needs_answer")
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await QueueAsync(number, view) is var items && items.Count == count) return items;
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30), $"{view} has {items.Count} cases of {number}, not {count}.");
            await Task.Delay(50, Cancelled);
        }
    }

    /// <summary>The answer of an address, as soon as it is found and as <paramref name="until"/> wants it; half a minute at the most.</summary>
    public async Task<JsonElement> PollAsync(string address, Func<JsonElement, bool> until)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using var answer = await Agent.GetAsync(new Uri(address, UriKind.Relative), Cancelled);
            var text = await answer.Content.ReadAsStringAsync(Cancelled);
            if (answer.IsSuccessStatusCode && JsonDocument.Parse(text).RootElement is var found && until(found)) return found;
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30), $"{address} stays {text}");
            await Task.Delay(50, Cancelled);
        }
    }
}
