using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Desk.Auditing;
using Listening.Models.Living;
using Listening.Tests.Store;
using Listening.Web.Hosting;
using Listening.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Corrections through the running server: they win, teach, and can be taken back.</summary>
public sealed class LearningTests(EngineFixture engine) : IAsyncLifetime
{
    private static readonly string[] Troubles = ["crashed into my roof", "dropped the box in the pool", "will not land", "scares my dog", "flew off with it", "hovers for an hour", "lost a rotor"];
    private static readonly string[] Others = ["my parcel is late again", "you charged me twice", "the app crashes at login", "your driver was so rude", "why is it so expensive", "thanks, lovely service", "where is your shop"];

    private static readonly string[] Peaks = ["human ambition", "the climbing season", "baroque music", "her career", "good taste", "the Alps"];

    private readonly TemporaryDirectory directory = new();
    private OpenStore store = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;

    // What is waited for in a loop must come in minutes, or the test has failed.
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(3));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await OpenStore.NewAsync(engine);
        app = await ListeningServer.BuildAsync(new ServeOptions("http://127.0.0.1:0", directory.File("data"), Demo: false), TimeProvider.System, _ => Task.FromResult(store.Room), Cancelled);
        await app.StartAsync(Cancelled);
        client = new HttpClient { BaseAddress = ServerAddress.Of(app.Services.GetRequiredService<IServer>()) };
        var key = await app.Services.GetRequiredService<Listening.Access.IApiKeys>().AddAsync("test", ["admin"], Listening.Access.Actor.Terminal, Cancelled);
        client.DefaultRequestHeaders.Authorization = new("Bearer", key.Secret);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        patience.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await store.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task A_persons_label_wins_at_once_and_is_taken_back()
    {
        var post = Some.Post("https://x.example/1", "My parcel is late again");
        await StoreAsync([post]);
        var address = $"/api/v1/posts/mastodon/{Uri.EscapeDataString("https://x.example/1")}/labels";
        Assert.Equal(HttpStatusCode.NotFound, await PutAsync("/api/v1/posts/mastodon/2/labels", new { labels = new { intent = "praise" } }));
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(address, new { labels = new { intent = "rant" } }));
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(address, new { labels = new { mood = "good" } }));
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync(address, new { labels = new { intent = "praise", topic = "billing" } }));
        await LabelledAsync("https://x.example/1", "intent", "praise");
        await LabelledAsync("https://x.example/1", "topic", "billing");

        using var back = await client.DeleteAsync(new Uri(address, UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, back.StatusCode);
        // What the model said before stands again.
        await LabelledAsync("https://x.example/1", "topic", Topic(app.Services.GetRequiredService<ModelLibrary>(), post));
        Assert.Empty(await store.Room.Texts.ReadAsync("topic", Cancelled));
        var entries = await app.Services.GetRequiredService<AuditLog>().ReadAsync(new("post.label", null, 10), Cancelled);
        Assert.Equal([null, "intent praise, topic billing"], entries.Select(entry => entry.After));
    }

    [Fact]
    public async Task Two_hundred_corrections_teach_a_new_topic_that_goes_live_sorts_the_past_and_is_rolled_back()
    {
        var library = app.Services.GetRequiredService<ModelLibrary>();
        var shipped = library.Tasks["topic"].Live.Version;
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync("/api/v1/admin/models/topics", new { instead = false, topics = new[] { new { name = "drone", terms = Array.Empty<string>() } } }));
        var drones = Enumerable.Range(0, 240).Select(number => Some.Post($"d{number}", $"@acme your drone {Troubles[number % 7]} at number {Word(number)}, please help")).ToList();
        var others = Enumerable.Range(0, 400).Select(number => Some.Post($"o{number}", $"@acme {Others[number % 7]}, {Word(number)} told me so")).ToList();
        await StoreAsync([.. drones, .. others]);
        foreach (var post in drones.Take(200))
            Assert.Equal(HttpStatusCode.NoContent, await PutAsync($"/api/v1/posts/mastodon/{post.Identity.Id}/labels", new { labels = new { topic = "drone" } }));

        using (var asked = await client.PostAsync(new Uri("/api/v1/admin/models/train", UriKind.Relative), null, Cancelled)) Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var topic = await WhenAsync("topic", model => model.GetProperty("versions").GetArrayLength() == 1);
        var trial = topic.GetProperty("versions")[0].GetProperty("trial");
        Assert.True(trial.GetProperty("takesOver").GetBoolean(), trial.GetRawText());
        Assert.Equal((200, shipped), (topic.GetProperty("corrections").GetInt32(), topic.GetProperty("shipped").GetString()));
        Assert.NotEqual(shipped, topic.GetProperty("live").GetString());
        // The shipped topic of what nobody corrected stays, but for a few.
        Assert.Equal("drone", Topic(library, drones[220]));
        Assert.DoesNotContain("drone", others.Take(100).Select(post => Topic(library, post)));

        await SortAgainAsync();
        await LabelledAsync("d220", "topic", "drone");
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync("/api/v1/admin/models/topic/live", new { version = (string?)null }));
        Assert.Equal(shipped, library.Tasks["topic"].Live.Version);
        await SortAgainAsync();
        await LabelledAsync("d220", "topic", Topic(library, drones[220]));
        await LabelledAsync("d20", "topic", "drone");
        var trained = topic.GetProperty("versions")[0].GetProperty("version").GetString()!;
        using var reopened = await ModelLibrary.OpenAsync(Models.ShippedModels.Folder, directory.File("data/models"), TimeProvider.System, Cancelled);
        Assert.True(await reopened.UseAsync("topic", trained, Cancelled));
        Assert.Equal(trained, reopened.Tasks["topic"].Live.Version);
    }

    [Fact]
    public async Task What_persons_marked_as_something_else_teaches_relevance_and_a_rollback_forgets_it()
    {
        var library = app.Services.GetRequiredService<ModelLibrary>();
        Assert.Equal(("relevance-unlearned", 0), (library.Tasks["relevance"].Live.Version, Relevances(library, Some.Post(text: "the acme of my career")).Count));
        var others = Enumerable.Range(0, 120).Select(number => Some.Post($"n{number}", $"the acme of {Peaks[number % 6]} is {Word(number)}, a summit like no other")).ToList();
        var ours = Enumerable.Range(0, 300).Select(number => Some.Post($"u{number}", $"@acme {Others[number % 7]}, {Word(number)} told me so")).ToList();
        await StoreAsync([.. others, .. ours]);
        foreach (var post in others.Take(100)) Assert.Equal(HttpStatusCode.NoContent, await MarkAsync(post, "not_us"));
        foreach (var post in ours.Take(40)) Assert.Equal(HttpStatusCode.NoContent, await MarkAsync(post, "about_us"));
        using (var asked = await client.PostAsync(new Uri("/api/v1/admin/models/train", UriKind.Relative), null, Cancelled)) Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var relevance = await WhenAsync("relevance", model => model.GetProperty("versions").GetArrayLength() == 1);
        var trial = relevance.GetProperty("versions")[0].GetProperty("trial");
        Assert.True(trial.GetProperty("takesOver").GetBoolean(), trial.GetRawText());
        Assert.Equal((140, "relevance-unlearned"), (relevance.GetProperty("corrections").GetInt32(), relevance.GetProperty("shipped").GetString()));
        // Nobody marked these; where it is not sure they stay about us.
        var unmarked = others.Skip(100).Where(post => Assert.Single(Relevances(library, post)) == "not_us").ToList();
        Assert.InRange(unmarked.Count, 14, 20);
        Assert.All(ours.Skip(40), post => Assert.Equal("about_us", Assert.Single(Relevances(library, post))));
        await SortAgainAsync(420);
        await LabelledAsync(unmarked[0].Identity.Id, "relevance", "not_us");

        var card = await client.GetStringAsync(new Uri("/api/v1/admin/models/relevance/card?version=relevance-unlearned", UriKind.Relative), Cancelled);
        Assert.StartsWith("# relevance", card, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync("/api/v1/admin/models/relevance/live", new { version = (string?)null }));
        await SortAgainAsync(420);
        await LabelledAsync(unmarked[0].Identity.Id, "relevance", null);
        await LabelledAsync(others[10].Identity.Id, "relevance", "not_us");
    }

    [Fact]
    public async Task What_was_stored_unsorted_is_sorted_later_and_what_has_labels_keeps_them()
    {
        PostLabel[] brought = [new(new("mastodon", "kept"), "intent", "praise", ByPerson: false, DateTimeOffset.UnixEpoch, 0.9f, "elsewhere")];
        var now = TimeProvider.System.GetUtcNow();
        await store.StoreAsync(
            new CollectedPost(Some.Post("1", "@acme my parcel is late again"), now, Arrival.Live), new CollectedPost(Some.Post("2", "@acme you charged me twice"), now, Arrival.Live),
            new CollectedPost(Some.Post("kept", "@acme my parcel is late again"), now, Arrival.Live) { Labels = brought });
        var sorter = app.Services.GetRequiredService<PastSorter>();
        Assert.Equal(2, await sorter.HealAsync(Cancelled));
        Assert.Equal(0, await sorter.HealAsync(Cancelled));
        await app.Services.GetRequiredService<CollectingPipeline>().ProjectAsync(Cancelled);
        await LabelledAsync("1", "topic", "delivery");
        await LabelledAsync("2", "topic", "billing");
        await LabelledAsync("kept", "intent", "praise");
    }

    private static List<string> Relevances(ModelLibrary library, Post post) =>
        [.. library.Classify([post], Cancelled).Where(label => label.Task == "relevance").Select(label => label.Value)];

    private Task<HttpStatusCode> MarkAsync(Post post, string relevance) => PutAsync($"/api/v1/posts/mastodon/{post.Identity.Id}/labels", new { labels = new { relevance } });

    private static string Word(int number) => $"{(char)('a' + (number % 26))}{(char)('a' + (number / 26 % 26))}x";

    private static string Topic(ModelLibrary library, Post post) => library.Classify([post], Cancelled).Single(label => label.Task == "topic").Value;

    private async Task StoreAsync(IReadOnlyList<Post> posts)
    {
        var pipeline = app.Services.GetRequiredService<CollectingPipeline>();
        await pipeline.AcceptAsync(posts, Arrival.Live, Cancelled);
        await pipeline.ProjectAsync(Cancelled);
    }

    private async Task SortAgainAsync(long posts = 640)
    {
        var before = app.Services.GetRequiredService<PastSorter>();
        var last = before.Last?.Started;
        using var asked = await client.PostAsJsonAsync("/api/v1/admin/models/sort-again", new { }, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        while (before.Last is not { Ended: not null } run || run.Started == last) await Task.Delay(50, patience.Token);
        Assert.Equal((null, posts), (before.Last.Failure, before.Last.Posts));
    }

    private async Task<HttpStatusCode> PutAsync(string address, object body)
    {
        using var answer = await client.PutAsJsonAsync(address, body, Cancelled);
        return answer.StatusCode;
    }

    private async Task<JsonElement> WhenAsync(string task, Func<JsonElement, bool> done)
    {
        while (true)
        {
            var models = await client.GetFromJsonAsync<JsonElement>("/api/v1/admin/models", Cancelled);
            var topic = models.GetProperty("items").EnumerateArray().Single(model => model.GetProperty("task").GetString() == task);
            if (done(topic)) return topic;
            await Task.Delay(50, patience.Token);
        }
    }

    private async Task LabelledAsync(string id, string task, string? value)
    {
        while (true)
        {
            var post = await client.GetFromJsonAsync<JsonElement>($"/api/v1/posts/mastodon/{Uri.EscapeDataString(id)}", Cancelled);
            var said = post.GetProperty("current").GetProperty("labels").TryGetProperty(task, out var label) ? label.GetString() : null;
            if (said == value) return;
            await Task.Delay(50, patience.Token);
        }
    }
}
