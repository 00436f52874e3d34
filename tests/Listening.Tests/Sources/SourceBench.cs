using Listening.Sources.Http;
using Listening.Tests.Sources.Contract;

namespace Listening.Tests.Sources;

/// <summary>A stub on loopback and the way out that leads to it, for tests of one connector.</summary>
internal sealed class SourceBench : IAsyncDisposable
{
    private SourceBench(StubServer stub) => Stub = stub;

    public StubServer Stub { get; }

    /// <summary>It waits for nothing and asks once.</summary>
    public OutgoingHttp Http { get; } = new(
        OutgoingRules.Read("127.0.0.1"), new() { Longest = TimeSpan.FromSeconds(20), Retries = 0 }, TimeProvider.System, (_, _) => throw new InvalidOperationException("No name is asked for here."));

    public static async Task<SourceBench> StartAsync(Func<Microsoft.AspNetCore.Http.HttpRequest, StubAnswer> answer)
    {
        var stub = await StubServer.StartAsync();
        stub.Answer = answer;
        return new(stub);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Stub.DisposeAsync();
    }
}
