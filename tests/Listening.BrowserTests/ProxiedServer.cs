using Listening.Tests.Proxying;
using Xunit;

namespace Listening.BrowserTests;

/// <summary>The program without data below a path of another host, behind a real nginx.</summary>
public sealed class ProxiedServer : ProgramServer
{
    private Nginx? nginx;

    /// <inheritdoc/>
    public override Uri Reached => new(nginx!.Address, "desk/");

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (nginx is not null) await nginx.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override async Task PrepareAsync()
    {
        var program = Nginx.Program();
        Assert.SkipWhen(program is null, "No nginx on this machine: ./test --install gets it on Debian and Ubuntu.");
        nginx = await Nginx.StartAsync(program!, $$"""
            location /desk/ {
              proxy_set_header Host $http_host; proxy_set_header X-Forwarded-Host $http_host; proxy_set_header X-Forwarded-Proto http;
              proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_pass {{Address.GetLeftPart(UriPartial.Authority)}};
            }
            location / { return 418; }
            """, CancellationToken.None);
        (Settings["LISTENING__Proxy__Known"], Settings["LISTENING__Proxy__PublicAddress"]) = ("127.0.0.1", Reached.ToString());
    }
}
