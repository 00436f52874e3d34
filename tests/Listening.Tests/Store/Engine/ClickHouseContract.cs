using Listening.Store.Engine;
using Listening.Storing;
using Xunit;

namespace Listening.Tests.Store.Engine;

/// <summary>What holds for every ClickHouse behind <see cref="IClickHouse"/>; one subclass each.</summary>
public abstract class ClickHouseContract : IAsyncLifetime
{
    private IClickHouse? clickHouse;

    protected IClickHouse ClickHouse => clickHouse!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Task<IClickHouse> OpenAsync();

    public async ValueTask InitializeAsync() => clickHouse = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await ClickHouse.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_bound_value_comes_back()
    {
        Assert.Equal(UInt128.MaxValue, await OneAsync("SELECT {x:UInt128}", UInt128.MaxValue));
        Assert.Equal("it's\t\n\0\\N😀", await OneAsync("SELECT {x:String}", "it's\t\n\0\\N😀"));
        Assert.Null(await OneAsync("SELECT {x:Nullable(String)}", null));
        Assert.Equal(["a'b", null, "c\\"], (object?[])(await OneAsync("SELECT {x:Array(Nullable(String))}", new[] { "a'b", null, "c\\" }))!);
    }

    [Fact]
    public async Task A_block_comes_back_as_rows()
    {
        await RunAsync("CREATE TABLE t (id UInt128, word LowCardinality(String), kind Enum8('x' = 0, 'y' = 1), at DateTime64(3, 'UTC'), tags Array(String)) "
            + "ENGINE = MergeTree ORDER BY id");
        var at = new DateTimeOffset(2017, 11, 3, 10, 20, 30, 456, TimeSpan.Zero);
        using var block = new NativeBlock(2)
            .Add("id", [UInt128.Zero, UInt128.MaxValue])
            .Add("word", ["", new string('ä', 300)])
            .Add("kind", ["y", "x"])
            .Add("at", [at, at.AddYears(-100)])
            .Add("tags", new IReadOnlyList<string>[] { ["a", "b"], [] });

        await ClickHouse.InsertAsync("t", block, Cancellation);

        var rows = await AllAsync("SELECT * FROM t ORDER BY id");
        Assert.Equal([UInt128.Zero, "", "y", at, new object?[] { "a", "b" }], rows[0].Values);
        Assert.Equal([UInt128.MaxValue, new string('ä', 300), "x", at.AddYears(-100), Array.Empty<object?>()], rows[1].Values);
    }

    protected Task RunAsync(string sql, params (string Name, object? Value)[] values) => ClickHouse.ExecuteAsync(Query(sql, values), Cancellation);

    protected async Task<List<FactRow>> AllAsync(string sql, params (string Name, object? Value)[] values)
    {
        var rows = new List<FactRow>();
        await foreach (var row in ClickHouse.ReadAsync(Query(sql, values), Cancellation))
            rows.Add(row);
        return rows;
    }

    protected async Task<object?> OneAsync(string sql, object? value) => Assert.Single(await AllAsync(sql, ("x", value))).Values[0];

    protected static FactQuery Query(string sql, params (string Name, object? Value)[] values) => new(sql, values.ToDictionary(v => v.Name, v => v.Value));
}
