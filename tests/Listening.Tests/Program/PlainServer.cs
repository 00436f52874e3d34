using Xunit;

namespace Listening.Tests.Program;

/// <summary>The program as it is installed, without a setting, started once for tests that change nothing of it: a start costs six seconds of a processor.</summary>
public sealed class PlainServer : IAsyncLifetime
{
    private readonly TemporaryDirectory directory = new();

    internal RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RunningServer.StartAsync(directory.Path, new Dictionary<string, string>(), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        directory.Dispose();
    }
}
