using Listening.Tests.Program;
using Xunit;

namespace Listening.Tests.Fuzzing.Live;

public sealed class LiveFuzzTests : IDisposable
{
    private const long MostMemory = 1L << 30;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(15);

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Nothing_that_is_sent_breaks_a_running_server()
    {
        var seed = (int)(TimeProvider.System.GetTimestamp() & 0x3FFFFFFF);
        await using var server = await RunningServer.StartAsync(directory.File("data"), LiveFuzzer.Settings(), TestContext.Current.CancellationToken);
        using var keyed = await server.WithKeyAsync("ingest,read");
        using var fuzzer = new LiveFuzzer(server.Client.BaseAddress!, keyed.DefaultRequestHeaders.Authorization!.Parameter!);

        var count = await fuzzer.RunAsync(seed, Long, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.True(count is { Taken: > 20, Refused: > 5, Cut: > 5, Repeated: > 5, Posts: > 20 }, $"Seed {seed}: {count}");
        Assert.InRange(server.MostMemory, 1, MostMemory);
        Assert.Equal(0, await server.StopAsync());
        LiveFuzzer.CheckLog(await server.SaidAsync());
        TestContext.Current.SendDiagnosticMessage("Live fuzzer: {0} from seed {1}", count, seed);
    }
}
