using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>What a person corrects in a conversation becomes a challenger on the page of models, which takes over and is taken back.</summary>
public sealed class ModelsTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly string[] Troubles = ["crashed into my roof", "dropped the box in the pool", "will not land", "scares my dog", "flew off with it", "hovers for an hour", "lost a rotor"];
    private static readonly string[] Others = ["my parcel is late again", "you charged me twice", "the app crashes at login", "your driver was so rude", "why is it so expensive", "thanks, lovely service", "where is your shop"];

    private readonly SortingServer server = new();
    private HttpClient admin = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        admin = new HttpClient { BaseAddress = server.Address };
        admin.DefaultRequestHeaders.Authorization = new("Bearer", await server.NewKeyAsync("models", "admin"));
    }

    public async ValueTask DisposeAsync()
    {
        admin?.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_label_is_corrected_in_the_conversation_and_its_challenger_takes_over_and_is_taken_back_on_the_page_of_models()
    {
        await PutAsync("/api/v1/admin/models/topics", new { instead = false, topics = new[] { new { name = "drone", terms = Array.Empty<string>() } } });
        var now = TimeProvider.System.GetUtcNow();
        await server.ImportAsync(Enumerable.Range(0, 160).SelectMany(number => new[]
        {
            Line($"d{number}", $"@acme your drone {Troubles[number % 7]} at number {number}, please help", now.AddMinutes(-number - 5)),
            Line($"o{number}", $"@acme {Others[number % 7]}, {number} told me so", now.AddMinutes(-number - 6)),
        }));
        while ((await admin.GetFromJsonAsync<JsonElement>("/api/v1/metrics/posts", Cancelled)).GetProperty("n").GetInt32() < 320) await Task.Delay(100, Cancelled);
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        await visitor.SignInAsync(server);
        var page = visitor.Page;
        await visitor.GoAsync("/operations?period=24h&list=posts");
        await visitor.Drawer.Locator(".post-row", new() { HasText = "drone" }).First.ClickAsync();
        var labels = visitor.Drawer.Locator("details.labels");
        await Expect(labels.Locator("summary")).ToContainTextAsync("Sorted as");
        await labels.Locator("summary").ClickAsync();
        await labels.GetByLabel("Topic").SelectOptionAsync("drone");
        await Expect(labels.Locator("summary")).ToContainTextAsync("drone");
        await visitor.PictureAsync("label-corrected", whole: false);
        await Axe.AssertCleanAsync(visitor);

        for (var number = 1; number < 150; number++) await PutAsync($"/api/v1/posts/mastodon/d{number}/labels", new { labels = new { topic = "drone" } });
        await visitor.GoAsync("/models");
        var topic = page.Locator(".entry[data-task=topic]");
        await Expect(topic).ToContainTextAsync("150 corrections, 150 since the last training");
        await page.GetByRole(AriaRole.Button, new() { Name = "Train now" }).ClickAsync();
        await TryAsync(async () =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Look again" }).ClickAsync();
            await Expect(topic.Locator("[data-version]")).ToHaveCountAsync(1, new() { Timeout = 2_000 });
        });
        await Expect(topic.Locator("[data-version]")).ToContainTextAsync("the champion has");
        await Expect(topic.Locator("[data-version]")).ToContainTextAsync("It takes over.");
        await Expect(topic.Locator("[data-version]")).ToContainTextAsync("in use");
        await visitor.PictureAsync("models-challenger");
        await Axe.AssertCleanAsync(visitor);

        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the shipped one: topic" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();
        await Expect(topic.GetByRole(AriaRole.Button, new() { Name = "Use this one: topic-" })).ToBeVisibleAsync();
        var models = await admin.GetFromJsonAsync<JsonElement>("/api/v1/admin/models", Cancelled);
        var live = models.GetProperty("items").EnumerateArray().Single(model => model.GetProperty("task").GetString() == "topic");
        Assert.Equal(live.GetProperty("shipped").GetString(), live.GetProperty("live").GetString());
        visitor.AssertQuiet();
    }

    // Waiting is by trying again: training ends in the background.
    private static async Task TryAsync(Func<Task> attempt)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await attempt();
                return;
            }
            catch (PlaywrightException) when (tries < 60)
            {
                // Not trained yet.
            }
        }
    }

    private static string Line(string id, string text, DateTimeOffset at) => JsonSerializer.Serialize(new
    {
        source = "mastodon", id, author = new { id = $"u{id}", handle = $"u{id}" }, text, postedAt = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    });

    private async Task PutAsync(string address, object body)
    {
        using var answer = await admin.PutAsJsonAsync(address, body, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }
}
