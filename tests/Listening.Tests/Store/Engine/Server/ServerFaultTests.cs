using System.Text;
using Listening.Store.Engine;
using Listening.Store.Engine.Server;
using Listening.Storing;
using Xunit;

namespace Listening.Tests.Store.Engine.Server;

/// <summary>What a server, a proxy or the way between can do wrong: the reader throws, and nothing is done twice that may not be.</summary>
public sealed class ServerFaultTests
{
    private const string Said = "Code: 395. DB::Exception: Value is non-zero: while executing. (FUNCTION_THROW_IF_VALUE_IS_NON_ZERO) (version 26.7.1.1)";
    private static readonly byte[] Head = [1, 1, (byte)'n', 6, .. "UInt64"u8];
    private static readonly byte[] ThreeRows = [.. Head, .. Row(1), .. Row(2), .. Row(3)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[]> MidStream => new()
    {
        { "fenced by the word of the header", Tagged($"\r\n__exception__\r\nabcdefghijklmnop\r\n{Said}\n{Said.Length} abcdefghijklmnop\r\n__exception__\r\n") },
        { "fenced by plain line ends", Tagged($"__exception__\nabcdefghijklmnop\n{Said}\n{Said.Length} abcdefghijklmnop\n__exception__") },
        { "fenced inside a row", Tagged($"\0\0\0\r\n__exception__\r\nabcdefghijklmnop\r\n{Said}\n{Said.Length} abcdefghijklmnop\r\n__exception__\r\n") },
        { "plain, as servers before 25.11", ScriptedServer.Success("", ThreeRows, Encoding.UTF8.GetBytes(Said + "\n")) },
        { "plain, and then cut", ScriptedServer.Success("", ThreeRows, Encoding.UTF8.GetBytes(Said + "\n"))[..^5] },
        { "as servers of 2018", ScriptedServer.Success("", ThreeRows, "Code: 395, e.displayText() = DB::Exception: no, e.what() = DB::Exception\n"u8.ToArray()) },
        { "compressed", ScriptedServer.Success("Content-Encoding: gzip\r\n", ScriptedServer.Gzip([.. ThreeRows, .. Encoding.UTF8.GetBytes(Said + "\n")])) },
        { "before any row", ScriptedServer.Success("", Encoding.UTF8.GetBytes(Said + "\n")) },
        { "in a header of a 200", ScriptedServer.Success("X-ClickHouse-Exception-Code: 395\r\n", Encoding.UTF8.GetBytes(Said + "\n")) },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(MidStream))]
    public async Task An_error_after_a_200_is_thrown(string which, byte[] answer)
    {
        await using var server = new ScriptedServer(_ => answer);

        var thrown = await Assert.ThrowsAsync<StoreQueryException>(() => ReadAsync(server));

        Assert.Equal((395, which), (thrown.Code, which));
        Assert.StartsWith("Code: 395", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_quotes_an_error_is_a_post()
    {
        string[] texts = [$"\r\n__exception__\r\nqrstuvwxyz\r\n{Said}", Said, "ode: 60. DB::Exception: x"];
        byte[] rows = [1, 1, (byte)'t', 6, .. "String"u8, .. texts.SelectMany(text => Encoding.UTF8.GetBytes(text) is var bytes ? Sized(bytes) : [])];
        await using var tagged = new ScriptedServer(_ => ScriptedServer.Success("X-ClickHouse-Exception-Tag: abcdefghijklmnop\r\n", rows));
        await using var plain = new ScriptedServer(_ => ScriptedServer.Success("", rows));

        Assert.Equal(texts, await ReadAsync(tagged));
        Assert.Equal(texts, await ReadAsync(plain));
    }

    [Fact]
    public async Task An_answer_cut_anywhere_is_never_a_short_answer()
    {
        var whole = ScriptedServer.Success("", Head, [.. Row(1), .. Row(2)], Row(3));
        var cut = 0;
        await using var server = new ScriptedServer(_ => whole[..cut]);
        for (; cut < whole.Length; cut++)
            Assert.Equal((cut, 210), (cut, (await Assert.ThrowsAsync<StoreQueryException>(() => ReadAsync(server))).Code));

        Assert.Equal([1UL, 2UL, 3UL], await ReadAsync(server));
    }

    [Fact]
    public async Task A_compressed_answer_cut_anywhere_inside_whole_chunks_is_never_a_short_answer()
    {
        var whole = ScriptedServer.Gzip(ThreeRows);
        var cut = 0;
        await using var server = new ScriptedServer(_ => ScriptedServer.Success("Content-Encoding: gzip\r\n", whole[..cut]));
        for (; cut < whole.Length; cut++)
            Assert.Equal((cut, 210), (cut, (await Assert.ThrowsAsync<StoreQueryException>(() => ReadAsync(server))).Code));

        Assert.Equal([1UL, 2UL, 3UL], await ReadAsync(server));
    }

    [Fact]
    public async Task An_answer_that_does_not_say_where_it_ends_is_refused()
    {
        await using var server = new ScriptedServer(_ => ScriptedServer.Answer(200, "X-ClickHouse-Query-Id: q\r\n", ThreeRows));

        Assert.Contains("does not say where it ends", (await Assert.ThrowsAsync<StoreQueryException>(() => ReadAsync(server))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_for_rows_and_for_inserts_but_not_for_other_statements()
    {
        var busy = ScriptedServer.Answer(503, "Content-Length: 0\r\n");
        await using var reading = new ScriptedServer(number => number < 2 ? busy : ScriptedServer.Success("", ThreeRows));
        await using var writing = new ScriptedServer(number => number < 2 ? busy : Stored);
        await using var always = new ScriptedServer(_ => busy);

        Assert.Equal([1UL, 2UL, 3UL], await ReadAsync(reading));
        await InsertAsync(writing);
        Assert.Equal(3, writing.Requests.Count);
        Assert.Equal(202, (await Assert.ThrowsAsync<StoreQueryException>(() => ExecuteAsync(always))).Code);
        Assert.Single(always.Requests);
        Assert.Equal(202, (await Assert.ThrowsAsync<StoreQueryException>(() => ReadAsync(always))).Code);
        Assert.Equal(1 + 4, always.Requests.Count);
    }

    [Fact]
    public async Task An_insert_without_an_answer_goes_again_under_the_same_token_and_another_name_but_no_other_statement_does()
    {
        await using var writing = new ScriptedServer(number => number == 0 ? [] : Stored);
        await using var altering = new ScriptedServer(number => number == 0 ? [] : Stored);

        await InsertAsync(writing);
        Assert.Equal(210, (await Assert.ThrowsAsync<StoreQueryException>(() => ExecuteAsync(altering))).Code);

        Assert.Equal((2, 1, 2), (writing.Requests.Count, Values(writing, "insert_deduplication_token").Distinct().Count(), Values(writing, "query_id").Distinct().Count()));
        Assert.Single(writing.Requests.Select(request => request.Body).Distinct());
        Assert.Single(altering.Requests);
    }

    [Theory]
    [InlineData(200, "Content-Type: text/html\r\nContent-Length: 15\r\n", "<html>Hi</html>", "no ClickHouse")]
    [InlineData(200, "X-ClickHouse-Query-Id: q\r\nContent-Type: text/html\r\nContent-Length: 15\r\n", "<html>Hi</html>", "")]
    [InlineData(302, "Location: https://user:word@elsewhere.example/login?k=1\r\nContent-Length: 0\r\n", "", "sends elsewhere (to https://elsewhere.example)")]
    [InlineData(404, "Content-Type: text/html\r\nContent-Length: 15\r\n", "<html>No</html>", "HTTP 404 text/html")]
    [InlineData(502, "Content-Length: 0\r\n", "", "HTTP 502")]
    public async Task What_is_no_answer_of_ClickHouse_is_none(int status, string headers, string body, string words)
    {
        await using var server = new ScriptedServer(_ => ScriptedServer.Answer(status, headers, Encoding.UTF8.GetBytes(body)));

        foreach (var statement in (Func<ScriptedServer, Task>[])[server => ReadAsync(server), ExecuteAsync, InsertAsync])
            Assert.Contains(words, (await Assert.ThrowsAsync<StoreQueryException>(() => statement(server))).Message, StringComparison.Ordinal);
        Assert.All(server.Requests, request => Assert.StartsWith("POST /?", request.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_repeats_the_password_is_not_repeated()
    {
        await using var server = new ScriptedServer(_ => ScriptedServer.Answer(
            403, "X-ClickHouse-Exception-Code: 516\r\nContent-Length: 50\r\n", "Code: 516. DB::Exception: ana with secret is wrong\n"u8.ToArray()));

        var thrown = await Assert.ThrowsAsync<StoreQueryException>(() => ReadAsync(server));

        Assert.Equal((516, "Code: 516. DB::Exception: ana with *** is wrong"), (thrown.Code, thrown.Message));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_and_the_statement_stopped_by_name()
    {
        await using var server = new ScriptedServer(_ => null);
        var slow = new FactQuery("SELECT 1", new Dictionary<string, object?>(), TimeSpan.FromMilliseconds(20));

        var thrown = await Assert.ThrowsAsync<StoreQueryException>(() => WithAsync(server, Quick, clickHouse => clickHouse.ReadAsync(slow, Cancellation).FirstAsync(Cancellation).AsTask()));

        Assert.Equal(159, thrown.Code);
        StoppedByName(server);
    }

    [Fact]
    public async Task A_caller_that_gives_up_stops_the_statement_by_name()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var server = new ScriptedServer(_ =>
        {
            source.Cancel();
            return null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => WithAsync(server, server.Options, clickHouse => clickHouse.ExecuteAsync(new("SELECT 1", new Dictionary<string, object?>()), source.Token)));

        StoppedByName(server);
    }

    [Fact]
    public async Task Nobody_there_is_a_failure_with_the_code_of_the_network()
    {
        var gone = new ScriptedServer(_ => null);
        var options = gone.Options;
        await gone.DisposeAsync();

        var thrown = await Assert.ThrowsAsync<StoreQueryException>(() => WithAsync(gone, options, clickHouse => clickHouse.ExecuteAsync(new("SELECT 1", new Dictionary<string, object?>()), Cancellation)));

        Assert.Equal(210, thrown.Code);
        Assert.Contains("ana:***@127.0.0.1", thrown.Message, StringComparison.Ordinal);
    }

    private static ServerOptions Quick(ServerOptions options) => options with { Grace = TimeSpan.FromMilliseconds(200) };

    private static byte[] Stored => ScriptedServer.Answer(200, "X-ClickHouse-Query-Id: q\r\nContent-Length: 0\r\n");

    private static byte[] Row(ulong number) => BitConverter.GetBytes(number);

    private static byte[] Sized(byte[] bytes) => bytes.Length < 128 ? [(byte)bytes.Length, .. bytes] : [(byte)(bytes.Length | 0x80), (byte)(bytes.Length >> 7), .. bytes];

    private static byte[] Tagged(string end) => ScriptedServer.Success("X-ClickHouse-Exception-Tag: abcdefghijklmnop\r\n", ThreeRows, Encoding.UTF8.GetBytes(end));

    private static IEnumerable<string> Values(ScriptedServer server, string name) =>
        server.Requests.Select(request => request.Target.Split(name + "=")[1].Split('&', ' ')[0]);

    private static void StoppedByName(ScriptedServer server)
    {
        var name = Values(server, "query_id").First();
        Assert.Contains(server.Requests, request => request.Body.StartsWith("KILL QUERY", StringComparison.Ordinal) && request.Target.Contains($"param_id={name}", StringComparison.Ordinal));
    }

    private static Task<T> WithAsync<T>(ScriptedServer server, Func<ServerOptions, ServerOptions> options, Func<ServerClickHouse, Task<T>> call) =>
        WithAsync(options(server.Options), call);

    private static Task<bool> WithAsync(ScriptedServer _, ServerOptions options, Func<ServerClickHouse, Task> call) => WithAsync(options, async clickHouse =>
    {
        await call(clickHouse);
        return true;
    });

    private static async Task<T> WithAsync<T>(ServerOptions options, Func<ServerClickHouse, Task<T>> call)
    {
        using var wire = new ServerWire(options);
        using var stopper = new StatementStopper(options);
        await using var clickHouse = new ServerClickHouse(null, options, wire, stopper);
        return await call(clickHouse);
    }

    private static Task<List<object?>> ReadAsync(ScriptedServer server) => WithAsync(server.Options, async clickHouse =>
        await clickHouse.ReadAsync(new("SELECT 1", new Dictionary<string, object?>()), Cancellation).Select(row => row.Values[0]).ToListAsync(Cancellation));

    private static Task<bool> ExecuteAsync(ScriptedServer server) =>
        WithAsync(server, server.Options, clickHouse => clickHouse.ExecuteAsync(new("EXCHANGE TABLES a AND b", new Dictionary<string, object?>()), Cancellation));

    private static Task<bool> InsertAsync(ScriptedServer server) => WithAsync(server, server.Options, async clickHouse =>
    {
        using var block = new NativeBlock(1).Add("a", [1UL]);
        await clickHouse.InsertAsync("t", block, Cancellation);
    });
}
