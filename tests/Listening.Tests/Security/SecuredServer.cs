using System.Net;
using System.Net.Http.Headers;
using Listening.Access;
using Listening.Desk;
using Listening.Desk.Access;
using Listening.Web;
using Listening.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Security;

/// <summary>A real server with nothing but the door, a probe behind each scope and one page that says nothing about itself.</summary>
public class SecuredServer : IAsyncLifetime
{
    private readonly TemporaryDirectory directory = new();
    private WebApplication? app;

    public SecuredServer() => Data = DataDirectory.Open(directory.File("data"));

    public DataDirectory Data { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public CapturedLog Log { get; } = new();

    public Uri Address => ServerAddress.Of(app!.Services.GetRequiredService<IServer>());

    public ApiKeys Keys => app!.Services.GetRequiredService<ApiKeys>();

    public SignInLinks Links => app!.Services.GetRequiredService<SignInLinks>();

    public T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public int FailuresAllowed { get; init; } = 1000;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        // The program's own settings quieten the log, and here everything is to be heard.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([new("Security:FailuresAllowed", FailuresAllowed.ToString())]);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Time);
        var desk = DeskStore.Sqlite(Data.Desk);
        await desk.MigrateAsync(TestContext.Current.CancellationToken);
        builder.Services.AddDesk(desk).AddSecurity(builder.Configuration);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        await builder.ListenAsync("http://127.0.0.1:0", Data, TestContext.Current.CancellationToken);
        app = builder.Build();
        app.UseSecurity();
        app.MapSecurity();
        foreach (var scope in ScopeClaims.All) app.MapMethods($"/api/probe/{scope}", ["GET", "POST"], () => "in").RequireAuthorization(scope);
        app.MapGet("/page", () => "in");
        app.MapGet("/page/admin", () => "in").RequireAuthorization(Scopes.Admin);
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        directory.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A client that follows nothing and keeps no cookies of its own.</summary>
    public HttpClient Client(string? key = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = Address };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public async Task<NewApiKey> KeyAsync(params string[] scopes) => await Keys.AddAsync($"key {Guid.NewGuid():N}", scopes, Actor.Terminal, TestContext.Current.CancellationToken);

    /// <summary>A client of a browser that is signed in.</summary>
    public async Task<HttpClient> BrowserAsync()
    {
        var client = Client();
        var link = await Links.CreateAsync(Actor.Terminal, TestContext.Current.CancellationToken);
        using var answer = await PostSignInAsync(client, link.Token);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    public static async Task<HttpResponseMessage> PostSignInAsync(HttpClient client, string token, string destination = "/", string site = "same-origin")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("token", token), new("return", destination)]),
            Headers = { { "Sec-Fetch-Site", site } },
        };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
