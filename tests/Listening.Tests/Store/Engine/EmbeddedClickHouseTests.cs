using System.Globalization;
using Listening.Store.Engine;
using Listening.Store.Engine.Embedded;
using Xunit;

namespace Listening.Tests.Store.Engine;

public sealed class EmbeddedClickHouseTests(EngineFixture engine) : ClickHouseContract
{
    protected override async Task<IClickHouse> OpenAsync() => await engine.FreshDatabaseAsync();

    [Fact]
    public async Task A_second_process_is_told_who_owns_the_directory()
    {
        _ = engine.Engine;

        var (exitCode, output) = await EngineChild.RunAsync(engine.Folder, Cancellation);

        Assert.Equal(3, exitCode);
        Assert.Contains("is owned by process " + Environment.ProcessId.ToString(CultureInfo.InvariantCulture), output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_forgets_to_close_ends_in_order_and_leaves_no_lock()
    {
        var folder = Directory.CreateTempSubdirectory("listening-engine-child-").FullName;
        try
        {
            for (var i = 0; i < 2; i++)
                Assert.Equal((0, "read True"), await EngineChild.RunAsync(folder, Cancellation) is var (code, text) ? (code, text.Trim()) : default);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_second_engine_in_one_process_is_refused()
    {
        _ = engine.Engine;

        Assert.Throws<EngineInUseException>(() => EmbeddedEngine.Open(new EmbeddedOptions { Directory = engine.Folder }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Facts")]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("a`; DROP DATABASE b")]
    public void Only_plain_names_name_a_database(string name) => Assert.Throws<ArgumentException>(() => engine.Engine.Database(name));

    [Fact]
    public async Task A_null_dereference_beside_the_engine_is_caught()
    {
        await RunAsync("SELECT 1");
        string? nothing = null;

        Assert.Throws<NullReferenceException>(() => nothing!.Length);
    }

    [Fact]
    public async Task The_signal_that_stops_threads_stays_the_runtime_s()
    {
        await RunAsync("SELECT 1");
        var handler = (ulong)SuspensionSignal.Handler();

        var owner = File.ReadLines("/proc/self/maps").Single(line =>
        {
            var bounds = line[..line.IndexOf(' ', StringComparison.Ordinal)].Split('-').Select(bound => ulong.Parse(bound, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToList();
            return handler >= bounds[0] && handler < bounds[1];
        });

        Assert.EndsWith("/libcoreclr.so", owner, StringComparison.Ordinal);
    }
}
