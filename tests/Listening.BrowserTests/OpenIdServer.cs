using Listening.Tests;
using Listening.Tests.OpenId;

namespace Listening.BrowserTests;

/// <summary>The program without data, whose people sign in at a real provider of single sign-on and nowhere else.</summary>
internal sealed class OpenIdServer : ProgramServer
{
    private readonly TemporaryDirectory beside = new();

    /// <summary>Where they sign in.</summary>
    public OpenIdProvider Provider { get; private set; } = null!;

    /// <summary>A started one.</summary>
    public static async Task<OpenIdServer> StartedAsync()
    {
        var server = new OpenIdServer();
        await server.InitializeAsync();
        return server;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Provider is not null) await Provider.DisposeAsync();
        beside.Dispose();
    }

    /// <summary>A person as the provider tells of them.</summary>
    public static object Account(string name, string email, params string[] roles) => new { name, email, email_verified = true, roles };

    /// <inheritdoc/>
    protected override async Task PrepareAsync()
    {
        Provider = await OpenIdProvider.StartAsync(beside.Path, new Uri(Address, "/sign-in/openid/callback"), CancellationToken.None);
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["Authority"] = Provider.Issuer.ToString(), ["ClientId"] = "listening", ["ClientSecret"] = OpenIdProvider.ClientSecret, ["Scopes"] = "email profile roles",
            ["DisplayName"] = "Acme account", ["Roles__desk-agents"] = "agent", ["Roles__desk-admins"] = "admin",
        }) Settings[$"LISTENING__SignIn__OpenId__{name}"] = value;
        Settings["LISTENING__SignIn__Passwords"] = "false";
    }
}
