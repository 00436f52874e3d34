using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Listening.Access;
using Listening.Collecting;
using Listening.Tests.Sources.Contract;
using Listening.Tests.Store;
using Listening.Web.Hosting;
using Listening.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Listening.Tests.Web.Pictures;

/// <summary>Pictures of stored posts through the running program.</summary>
public sealed class PictureEndpointTests(EngineFixture engine) : IAsyncLifetime
{
    private static readonly byte[] Gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0];
    private readonly TemporaryDirectory directory = new();
    private StubServer remote = null!;
    private OpenStore store = null!;
    private WebApplication app = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        remote = await StubServer.StartAsync();
        remote.Answer = request => request.Path.Value!.EndsWith(".gif", StringComparison.Ordinal)
            ? new StubAnswer("", "image/gif") { Bytes = Gif }
            : new("<html><script>alert(1)</script>", "image/png");
        Directory.CreateDirectory(directory.File("data"));
        await File.WriteAllTextAsync(Path.Combine(directory.File("data"), "appsettings.json"), """{"Sources":{"AllowedNetworks":"127.0.0.1"}}""", Cancelled);
        store = await OpenStore.NewAsync(engine);
        app = await ListeningServer.BuildAsync(new ServeOptions("http://127.0.0.1:0", directory.File("data"), Demo: false), TimeProvider.System, _ => Task.FromResult(store.Room), Cancelled);
        await app.StartAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await store.DisposeAsync();
        await remote.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task Pictures_and_avatars_of_posts_are_shown_to_who_may_see_the_post_and_no_other_address_can_be_asked_for()
    {
        var post = Some.Post("https://x.example/1?a=b", "look at this") with
        {
            Author = new("ana", "ana") { Avatar = At("ana.gif") },
            Attachments =
            [
                new("card", At("card.gif"), "a card"), new("image", At("queue.gif"), "a long queue"), new("image", null, "nowhere"), new("image", At("page"), null),
                new("image", "http://169.254.169.254/a.gif", "inside"), new("image", "file:///etc/passwd", "a file"),
            ],
        };
        await store.StoreAndProjectAsync(
            new CollectedPost(post, post.SourcePostedAt, Arrival.Backfill),
            new CollectedPost(Some.Post("2", "between us") with { Audience = Audience.Internal, Attachments = [new("image", At("secret.gif"), "a plan")] }, post.SourcePostedAt, Arrival.Backfill));
        using var reader = await ClientAsync("read");
        using var insider = await ClientAsync("read", "read:internal");

        using var picture = await GetAsync(reader, post.Identity.Id, 0);
        Assert.Equal((HttpStatusCode.OK, "image/gif"), (picture.StatusCode, picture.Content.Headers.ContentType?.ToString()));
        Assert.Equal(Gif, await picture.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Equal(("default-src 'none'; sandbox", "nosniff", "max-age=3600, private"), (Header(picture, "Content-Security-Policy"), Header(picture, "X-Content-Type-Options"), Header(picture, "Cache-Control")));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(reader, post.Identity.Id, null)).StatusCode);
        Assert.Equal(["/ana.gif", "/queue.gif"], remote.Requests.Order());
        // HTML that calls itself a picture, an address inside, no address of the web, none at all.
        Assert.Equal(
            [HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            await Task.WhenAll(new[] { 1, 2, 3, 4, -1 }.Select(async number => (await GetAsync(reader, post.Identity.Id, number)).StatusCode)));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await GetAsync(reader, "2", 0)).StatusCode, (await GetAsync(insider, "2", 0)).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(reader, "3", 0)).StatusCode);

        var conversation = await reader.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/mastodon/{Uri.EscapeDataString(post.Identity.Id)}", Cancelled);
        var shown = Assert.Single(conversation.GetProperty("posts").EnumerateArray());
        Assert.Equal(["a long queue", "", "inside", "a file"], shown.GetProperty("pictures").EnumerateArray().Select(text => text.GetString()));
        Assert.True(shown.GetProperty("hasAvatar").GetBoolean());
        Assert.DoesNotContain("queue.gif", conversation.GetRawText(), StringComparison.Ordinal);
    }

    private string At(string path) => new Uri(remote.Address, path).AbsoluteUri;

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string id, int? number) =>
        client.GetAsync(new Uri($"/api/v1/images?source=mastodon&id={Uri.EscapeDataString(id)}{(number is null ? "" : $"&number={number}")}", UriKind.Relative), Cancelled);

    private async Task<HttpClient> ClientAsync(params string[] scopes)
    {
        var key = await app.Services.GetRequiredService<IApiKeys>().AddAsync($"reader{scopes.Length}", scopes, Actor.Terminal, Cancelled);
        var client = new HttpClient { BaseAddress = ServerAddress.Of(app.Services.GetRequiredService<IServer>()) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", key.Secret);
        return client;
    }
}
