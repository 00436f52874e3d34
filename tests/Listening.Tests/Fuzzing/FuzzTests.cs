using Xunit;

namespace Listening.Tests.Fuzzing;

public sealed class FuzzTests
{
    private const long MostGrowth = 256L << 20;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    // A try that failed once keeps its seed here.
    [Theory]
    [InlineData(592478781)] // a refusal held the whole value, line ends and all
    [InlineData(323562755)] // a damaged gzip
    [InlineData(645015911)] // bytes after a gzip
    [InlineData(292773)] // a line end of a table in two reads
    [InlineData(327615)] // a period that ends in the year 1
    [InlineData(297882)] // a table's header in two reads
    [InlineData(373974281)] // an @ before an id that stands in for the handle
    [InlineData(764622855)] // the same in the preset for the public data set
    public async Task A_try_that_failed_once_holds(int seed) => Assert.Equal(1, (await Fuzzer.TryAsync(seed, TestContext.Current.CancellationToken)).Tries);

    [Fact]
    public async Task Nothing_that_is_spoiled_breaks_what_reads_it()
    {
        var seed = (int)(TimeProvider.System.GetTimestamp() & 0x3FFFFFFF);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var count = await Fuzzer.RunAsync(seed, Long, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.True(count is { Tries: > 100, Posts: > 10, Refused: > 10 }, count.ToString());
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostGrowth);
        TestContext.Current.SendDiagnosticMessage("Fuzzer: {0} from seed {1}", count, seed);
    }
}
