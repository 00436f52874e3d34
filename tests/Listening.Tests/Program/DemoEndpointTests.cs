using Listening.Measuring;
using Listening.Tests.Store;
using Listening.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>What a demo has beside the endpoints of <c>endpoints.txt</c>, which are all that a server without one has.</summary>
public sealed class DemoEndpointTests(EngineFixture engine)
{
    [Fact]
    public async Task A_demo_has_its_doors_and_its_agents_room_and_nothing_else_more()
    {
        using var directory = new TemporaryDirectory();
        var more = await EndpointsAsync(directory.File("demo"), demo: true);
        more.ExceptWith(await EndpointsAsync(directory.File("data"), demo: false));
        Assert.Equal(
            ["GET /demo/agent reply", "POST /api/v1/demo/replies reply", "POST /demo/agent open", "POST /demo/executive open"],
            more.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Only_a_demo_knows_by_itself_that_its_sources_are_searched_for_every_brand_alike(bool demo, bool named)
    {
        using var directory = new TemporaryDirectory();
        await using var store = await OpenStore.NewAsync(engine);
        await using var app = await ListeningServer.BuildAsync(
            new ServeOptions("http://127.0.0.1:0", directory.Path, demo), TimeProvider.System, _ => Task.FromResult(store.Room), TestContext.Current.CancellationToken);
        Assert.Equal(named, app.Services.GetRequiredService<IEvenSources>() is NamedEvenSources);
    }

    private async Task<HashSet<string>> EndpointsAsync(string data, bool demo)
    {
        await using var store = await OpenStore.NewAsync(engine);
        await using var app = await ListeningServer.BuildAsync(
            new ServeOptions("http://127.0.0.1:0", data, demo), TimeProvider.System, _ => Task.FromResult(store.Room), TestContext.Current.CancellationToken);
        return [.. from endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
            let scope = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "open" : string.Join('+', endpoint.Metadata.OfType<IAuthorizeData>().Select(each => each.Policy))
            select $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')} {scope}"];
    }
}
