using System.Globalization;
using System.Net;
using Xunit;

namespace Listening.Tests.Security;

public sealed class FailedAttemptsTests : IAsyncLifetime
{
    private readonly SecuredServer server = new() { FailuresAllowed = 3 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_fourth_bad_key_is_told_to_wait_and_a_key_in_use_is_still_heard()
    {
        using var good = server.Client((await server.KeyAsync("read")).Secret);
        Assert.Equal(HttpStatusCode.OK, (await good.GetAsync("/page", Cancelled)).StatusCode);

        using var bad = server.Client("lk_abcdefgh_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await bad.GetAsync("/api/probe/read", Cancelled)).StatusCode);
        using var late = await bad.GetAsync("/api/probe/read", Cancelled);
        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        Assert.InRange(int.Parse(late.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);

        Assert.Equal(HttpStatusCode.OK, (await good.GetAsync("/page", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Bad_links_are_counted_too()
    {
        using var client = server.Client();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await SecuredServer.PostSignInAsync(client, "guess")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SecuredServer.PostSignInAsync(client, "guess")).StatusCode);
    }
}
