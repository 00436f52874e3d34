using Listening.Store.Engine;
using Xunit;

namespace Listening.Tests.Store.Engine.Server;

/// <summary>The contract over HTTPS with a password, compressed both ways.</summary>
public sealed class ServerClickHouseTests(EngineFixture engine) : ClickHouseContract
{
    protected override async Task<IClickHouse> OpenAsync() => await (await engine.FrontAsync()).FreshDatabaseAsync();

    [Fact]
    public async Task A_value_of_a_megabyte_is_no_part_of_the_address()
    {
        var keys = Enumerable.Range(0, 20_000).Select(key => UInt128.MaxValue - (UInt128)key).ToArray();
        var text = string.Concat(Enumerable.Repeat("it's a \\ long\ttext\n😀", 60_000));

        var row = Assert.Single(await AllAsync(
            "SELECT length({keys:Array(UInt128)}) AS keys, {keys : Array(UInt128)}[20000] AS last, {text:String} = {again:String} AS same, {text:String} AS text",
            ("keys", keys), ("text", text), ("again", text)));

        Assert.Equal((20_000UL, keys[^1], 1L, text), ((ulong)row["keys"]!, (UInt128)row["last"]!, (long)row["same"]!, (string)row["text"]!));
    }

    [Fact]
    public async Task A_long_list_of_texts_comes_as_it_is()
    {
        var texts = Enumerable.Range(0, 3_000).Select(number => $"{number}'\\\t\n\0, \"]").ToArray();

        Assert.Equal(texts, (object?[])(await OneAsync("SELECT {texts:Array(String)}", ("texts", texts)))!);
    }

    [Fact]
    public async Task No_rows_are_no_rows() => Assert.Empty(await AllAsync("SELECT 1 AS one WHERE one = 2"));

    [Fact]
    public async Task Neither_user_nor_password_stands_in_an_address_and_blocks_go_compressed()
    {
        var front = (await engine.FrontAsync()).Front;
        await RunAsync("CREATE TABLE t (a String) ENGINE = Memory");
        using var block = new NativeBlock(100).Add("a", [.. Enumerable.Repeat(new string('x', 100), 100)]);
        await ClickHouse.InsertAsync("t", block, Cancellation);

        Assert.DoesNotContain(front.Seen, seen => Uri.UnescapeDataString(seen.Target).Contains(HttpFront.Password, StringComparison.Ordinal) || seen.Target.Contains("user", StringComparison.Ordinal));
        Assert.Contains(front.Seen, seen => seen.Gzip && seen.Target.Contains("async_insert=0", StringComparison.Ordinal));
    }
}
