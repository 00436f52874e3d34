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

    public static TheoryData<string, object?> BoundValues => new()
    {
        { "UInt128", UInt128.MaxValue },
        { "String", "it's\t\r\n\0\\N😀 \"`" },
        { "String", "\\N" },
        { "String", "" },
        { "Nullable(String)", null },
        { "Nullable(String)", "\\N" },
        { "Array(Nullable(String))", new object?[] { "a'b", null, "c\\", "\t\n\0", "NULL", "\\N", "😀" } },
        { "Array(Array(UInt8))", new object?[] { new object?[] { 1L, 255L }, Array.Empty<object?>() } },
        { "Array(UInt128)", new object?[] { UInt128.MaxValue, UInt128.Zero } },
        { "Array(DateTime64(3, 'UTC'))", new object?[] { new DateTimeOffset(1950, 1, 2, 3, 4, 5, 678, TimeSpan.Zero) } },
        { "DateTime64(3, 'UTC')", new DateTimeOffset(1900, 1, 1, 0, 0, 0, 1, TimeSpan.Zero) },
        { "DateTime64(3, 'UTC')", new DateTimeOffset(1969, 12, 31, 23, 59, 59, 999, TimeSpan.Zero) },
        { "DateTime64(3, 'UTC')", new DateTimeOffset(2299, 12, 31, 23, 59, 59, 999, TimeSpan.Zero) },
        { "UInt64", ulong.MaxValue },
        { "Int64", long.MinValue },
        { "UInt32", (long)uint.MaxValue },
        { "Int8", -128L },
        { "Float64", 0.1 },
        { "Float64", double.NegativeInfinity },
        { "Bool", true },
        { "UUID", new Guid("00112233-4455-6677-8899-aabbccddeeff") },
        { "Enum8('it\\'s, (1)' = -3, 'b' = 2)", "it's, (1)" },
        { "LowCardinality(Nullable(String))", null },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(BoundValues))]
    public async Task A_bound_value_comes_back(string type, object? value) =>
        Assert.Equal(value, await OneAsync($"SELECT {{x:{type}}}", ("x", value)));

    [Fact]
    public async Task A_parquet_file_holds_the_rows_of_its_query_and_an_error_writes_no_byte()
    {
        var writer = Assert.IsAssignableFrom<IParquetWriter>(ClickHouse);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.parquet");
        try
        {
            await using (var file = File.Create(path))
            {
                await writer.WriteParquetAsync(
                    new("SELECT number, concat({text:String}, toString(number)) AS text, [toString(number)] AS several, toDateTime64(number, 3, 'UTC') AS at FROM numbers(300000) ORDER BY number",
                        new Dictionary<string, object?> { ["text"] = "it's " }),
                    file, Cancellation);
            }

            var row = Assert.Single(await AllAsync($"SELECT count() AS n, sum(number) AS total, max(text) AS last, maxIf(several[1], number = 7) AS one, max(at) AS at FROM file('{path}', 'Parquet')"));
            Assert.Equal((300_000UL, 44_999_850_000UL, "it's 99999", "7", DateTimeOffset.UnixEpoch.AddSeconds(299_999)),
                (row.Get<ulong>("n"), row.Get<ulong>("total"), row.Get<string>("last"), row.Get<string>("one"), row.Get<DateTimeOffset>("at")));
        }
        finally
        {
            File.Delete(path);
        }

        using var nothing = new MemoryStream();
        await Assert.ThrowsAsync<StoreQueryException>(() => writer.WriteParquetAsync(new("SELECT throwIf(number = 200000) FROM numbers(300000)", new Dictionary<string, object?>()), nothing, Cancellation));
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.WriteParquetAsync(new("SELECT 1", new Dictionary<string, object?>()), nothing, given.Token));
        Assert.Equal(0, nothing.Length);
    }

    [Fact]
    public async Task No_text_changes_on_its_way_or_becomes_sql()
    {
        const string Hostile = "\t\n\r\0\b\f\\'\"`NaN;-{}[]x:,() é😀\u0001\u2028";
        var random = new Random(17);
        for (var round = 0; round < 200; round++)
        {
            var texts = Enumerable.Range(0, 20).Select(_ => Text(random, Hostile)).ToArray();
            var row = Assert.Single(await AllAsync("SELECT {a:String} AS a, {b:Array(String)} AS b", ("a", texts[0]), ("b", texts)));
            Assert.Equal(texts[0], row["a"]);
            Assert.Equal(texts, row["b"]);
        }
    }

    [Fact]
    public async Task A_value_is_gone_after_its_query()
    {
        await OneAsync("SELECT {x:UInt8}", ("x", 1));

        Assert.Equal(456, await CodeAsync("SELECT {x:UInt8}"));
    }

    [Fact]
    public async Task A_block_comes_back_as_rows()
    {
        await RunAsync(
            """
            CREATE TABLE t (id UInt128, other Nullable(UInt128), word LowCardinality(String), kind Enum8('x' = 0, 'y' = 1), number Enum8('x' = 0, 'y' = 1),
              a UInt64, b UInt32, c UInt8, d Int32, e Int64, f Nullable(Int64), g Float32, h Float64, i Bool, j UUID,
              at DateTime64(3, 'UTC'), until Nullable(DateTime64(3, 'UTC')), tags Array(LowCardinality(String)), counts Array(UInt32),
              instants Array(DateTime64(3, 'UTC')), left_out String DEFAULT 'default') ENGINE = MergeTree ORDER BY id
            """);
        var at = new DateTimeOffset(2017, 11, 3, 10, 20, 30, 456, TimeSpan.Zero);
        var old = new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var id = new Guid("00112233-4455-6677-8899-aabbccddeeff");
        using var block = new NativeBlock(2)
            .Add("id", [UInt128.Zero, UInt128.MaxValue])
            .Add("other", new UInt128?[] { null, UInt128.MaxValue })
            .Add("word", ["", new string('ä', 300)])
            .Add("kind", ["y", "x"])
            .Add("number", new sbyte[] { 1, 0 })
            .Add("a", [0UL, ulong.MaxValue])
            .Add("b", [0U, uint.MaxValue])
            .Add("c", new byte[] { 0, 255 })
            .Add("d", [int.MinValue, int.MaxValue])
            .Add("e", [long.MinValue, long.MaxValue])
            .Add("f", new long?[] { null, -1 })
            .Add("g", [0.5f, -0.25f])
            .Add("h", [0.1, double.PositiveInfinity])
            .Add("i", [true, false])
            .Add("j", [id, Guid.Empty])
            .Add("at", [at, old])
            .Add("until", new DateTimeOffset?[] { null, at })
            .Add("tags", new IReadOnlyList<string>[] { ["a", "b\0"], [] })
            .Add("counts", new IReadOnlyList<uint>[] { [], [1, uint.MaxValue] })
            .Add("instants", new IReadOnlyList<DateTimeOffset>[] { [old], [] });

        await ClickHouse.InsertAsync("t", block, Cancellation);

        var rows = await AllAsync("SELECT * FROM t ORDER BY id");
        object?[] none = [];
        Assert.Equal(
            [UInt128.Zero, null, "", "y", "y", 0UL, 0L, 0L, (long)int.MinValue, long.MinValue, null, 0.5, 0.1, true, id, at, null,
                new object?[] { "a", "b\0" }, none, new object?[] { old }, "default"], rows[0].Values);
        Assert.Equal(
            [UInt128.MaxValue, UInt128.MaxValue, new string('ä', 300), "x", "x", ulong.MaxValue, (long)uint.MaxValue, 255L, (long)int.MaxValue,
                long.MaxValue, -1L, -0.25, double.PositiveInfinity, false, Guid.Empty, old, at, none, new object?[] { 1L, (long)uint.MaxValue }, none, "default"],
            rows[1].Values);
    }

    [Fact]
    public async Task A_block_goes_in_whole_or_not_at_all()
    {
        await RunAsync("CREATE TABLE t (id UInt32, kind Enum8('x' = 0)) ENGINE = MergeTree ORDER BY id");
        var ids = Enumerable.Range(0, 100_000).Select(i => (uint)i).ToList();
        using var wrong = new NativeBlock(ids.Count).Add("id", ids).Add("kind", [.. ids.Select(i => i == 99_999 ? "no such kind" : "x")]);
        using var unknown = new NativeBlock(ids.Count).Add("id", ids).Add("kin", [.. ids.Select(_ => "x")]);
        using var right = new NativeBlock(ids.Count).Add("id", ids);

        Assert.Equal(691, (await Assert.ThrowsAsync<StoreQueryException>(() => ClickHouse.InsertAsync("t", wrong, Cancellation))).Code);
        await Assert.ThrowsAsync<StoreQueryException>(() => ClickHouse.InsertAsync("t", unknown, Cancellation));
        Assert.Equal(60, (await Assert.ThrowsAsync<StoreQueryException>(() => ClickHouse.InsertAsync("nowhere", right, Cancellation))).Code);
        Assert.Equal(0UL, await OneAsync("SELECT count() FROM t"));

        await ClickHouse.InsertAsync("t SETTINGS insert_deduplicate = 0", right, Cancellation);
        Assert.Equal(100_000UL, await OneAsync("SELECT count() FROM t"));
    }

    [Fact]
    public void A_column_of_another_length_is_refused()
    {
        using var block = new NativeBlock(2);

        Assert.Contains("'id' has 1 values", Assert.Throws<ArgumentException>(() => block.Add("id", [1UL])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_million_rows_stream_in_bounded_memory()
    {
        long rows = 0;
        ulong sum = 0;
        // What else runs holds memory too; ten million rows held would be many times the limit.
        long most = 0, before = GC.GetTotalMemory(forceFullCollection: true);
        await foreach (var row in ClickHouse.ReadAsync(Query("SELECT number, toString(number) AS text FROM system.numbers LIMIT 10000000"), Cancellation))
        {
            sum += (ulong)row.Values[0]!;
            if (++rows % 1_000_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal((10_000_000L, 49_999_995_000_000UL), (rows, sum));
        Assert.InRange(most, 0, 200L << 20);
    }

    [Fact]
    public async Task A_reader_that_stops_early_leaves_nothing_running()
    {
        await foreach (var row in ClickHouse.ReadAsync(Query("SELECT number AS stopped_early FROM system.numbers"), Cancellation))
            if ((ulong)row.Values[0]! == 100)
                break;

        await NothingRunsAsync("stopped_early");
    }

    [Fact]
    public async Task A_cancelled_statement_leaves_nothing_running()
    {
        var running = RunAsync("SELECT sum(sipHash64(number)) AS cancelled_early FROM system.numbers");
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var execute = ClickHouse.ExecuteAsync(Query("SELECT sum(sipHash64(number)) AS cancelled_early FROM system.numbers"), source.Token);
        var read = ClickHouse.ReadAsync(Query("SELECT max(sipHash64(number)) AS cancelled_early FROM system.numbers"), source.Token)
            .GetAsyncEnumerator(source.Token);
        var next = read.MoveNextAsync().AsTask();
        _ = running.ContinueWith(task => task.Exception, Cancellation, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        while ((ulong)(await OneAsync("SELECT count() FROM system.processes WHERE query LIKE '%' || {x:String} || '%' AND query NOT LIKE '%processes%'",
            ("x", "cancelled_early")))! < 3)
            await Task.Delay(5, Cancellation);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execute);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await read.DisposeAsync();
        await RunAsync("KILL QUERY WHERE query LIKE '%cancelled_early%' AND query NOT LIKE 'KILL%'");
        Assert.Equal(394, (await Assert.ThrowsAsync<StoreQueryException>(() => running)).Code);
        await NothingRunsAsync("cancelled_early");
    }

    [Fact]
    public async Task A_statement_ends_at_its_limit()
    {
        var slow = Query("SELECT sum(sipHash64(number)) FROM system.numbers") with { Limit = TimeSpan.FromMilliseconds(200) };

        Assert.Equal(159, (await Assert.ThrowsAsync<StoreQueryException>(() => ClickHouse.ExecuteAsync(slow, Cancellation))).Code);
        Assert.Equal(159, (await Assert.ThrowsAsync<StoreQueryException>(async () => await ClickHouse.ReadAsync(slow, Cancellation).FirstAsync(Cancellation))).Code);
        Assert.Equal(1L, await OneAsync("SELECT 1"));
    }

    [Fact]
    public async Task Too_much_memory_is_refused()
    {
        Assert.Equal(241, await CodeAsync("SELECT length(groupArray(number)) FROM numbers(300000000) SETTINGS max_memory_usage = 50000000"));
        Assert.Equal(1L, await OneAsync("SELECT 1"));
    }

    [Fact]
    public async Task Errors_carry_the_code_and_the_next_statement_runs()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(62, await CodeAsync("SELEKT 1"));
            Assert.Equal(60, await CodeAsync("SELECT * FROM nowhere"));
            Assert.Equal(395, await CodeAsync("SELECT throwIf(number = 200000, 'Code: 7. inner') FROM numbers(300000)"));
            Assert.Equal(1L, await OneAsync("SELECT 1"));
        }
    }

    [Fact]
    public async Task Callers_at_once_get_their_own_answers() =>
        await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(
            async () =>
            {
                for (var i = 0; i < 500; i++)
                {
                    var row = Assert.Single(await AllAsync("SELECT {a:UInt64} AS a, {b:String} AS b", ("a", (caller * 1000) + i), ("b", $"{caller}/{i}")));
                    Assert.Equal(((ulong)((caller * 1000) + i), $"{caller}/{i}"), (row["a"], row["b"]));
                }
            },
            Cancellation)));

    protected Task RunAsync(string sql, params (string Name, object? Value)[] values) => ClickHouse.ExecuteAsync(Query(sql, values), Cancellation);

    protected async Task<List<FactRow>> AllAsync(string sql, params (string Name, object? Value)[] values) =>
        await ClickHouse.ReadAsync(Query(sql, values), Cancellation).ToListAsync(Cancellation);

    protected async Task<object?> OneAsync(string sql, params (string Name, object? Value)[] values) => Assert.Single(await AllAsync(sql, values)).Values[0];

    protected static FactQuery Query(string sql, params (string Name, object? Value)[] values) => new(sql, values.ToDictionary(v => v.Name, v => v.Value));

    private async Task<int> CodeAsync(string sql) => (await Assert.ThrowsAsync<StoreQueryException>(() => AllAsync(sql))).Code;

    private async Task NothingRunsAsync(string word) => Assert.Equal(
        0UL,
        await OneAsync("SELECT count() FROM system.processes WHERE query LIKE '%' || {x:String} || '%' AND query NOT LIKE '%processes%'", ("x", word)));

    private static string Text(Random random, string letters)
    {
        // Whole characters: half a surrogate pair is no text.
        var runes = letters.EnumerateRunes().ToArray();
        return string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => runes[random.Next(runes.Length)].ToString()));
    }
}
