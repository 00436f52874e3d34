using Listening.Store.Engine.Server;

namespace Listening.Tests.Store.Engine.Server;

/// <summary>The tests' engine as a server: a front over HTTPS and what opens databases there.</summary>
internal sealed class FrontEngine : IAsyncDisposable
{
    private readonly TestCertificate certificate;
    private readonly ClickHouseServer server;

    private FrontEngine(TestCertificate certificate, HttpFront front, ClickHouseServer server)
    {
        this.certificate = certificate;
        Front = front;
        this.server = server;
    }

    public HttpFront Front { get; }

    public static async Task<FrontEngine> StartAsync(EngineFixture engine)
    {
        var certificate = new TestCertificate();
        var front = await HttpFront.StartAsync(engine, certificate.Certificate, certificate.File);
        return new(certificate, front, await ClickHouseServer.OpenAsync(front.Options, CancellationToken.None));
    }

    public Task<ServerClickHouse> FreshDatabaseAsync() => server.DatabaseAsync("test_" + Guid.NewGuid().ToString("N")[..16], CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await Front.DisposeAsync();
        certificate.Dispose();
    }
}
