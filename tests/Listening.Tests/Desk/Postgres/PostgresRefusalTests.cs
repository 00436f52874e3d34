using Listening.Desk;
using Npgsql;
using Xunit;
using Command = Listening.Tests.Program.Commands;

namespace Listening.Tests.Desk.Postgres;

/// <summary>What somebody reads who set the address wrong: one sentence, and never a word of the password.</summary>
public sealed class PostgresRefusalTests(PostgresFixture postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_password_says_who_was_not_let_in() => Assert.Equal(
        $"PostgreSQL lets 'listening' not in: the password or the user is wrong, or its pg_hba.conf has no line for them (database 'postgres' at 127.0.0.1:{await PortAsync()}).",
        await RefusalAsync((await postgres.ServerAsync()).Text("postgres", password: "wr0ng-Zwiebelkuchen")));

    [Fact]
    public async Task A_database_that_is_not_there_is_named() => Assert.StartsWith(
        $"There is no database 'nowhere' at 127.0.0.1:{await PortAsync()}: make it with createdb",
        await RefusalAsync((await postgres.ServerAsync()).Text("nowhere")), StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_host_is_named() => Assert.Equal(
        "The host 'nowhere.invalid' of PostgreSQL is not known here; Storage:Operational names it.",
        await RefusalAsync("Host=nowhere.invalid;Database=listening;Password=wr0ng-Zwiebelkuchen"));

    [Fact]
    public async Task A_user_who_may_not_make_tables_is_told_what_helps()
    {
        var server = await postgres.ServerAsync();
        var address = await server.FreshDatabaseAsync();
        await server.ExecuteAsync("postgres", $"CREATE USER guest_{address.Database} PASSWORD '{PostgresServer.Password}'");
        Assert.StartsWith($"PostgreSQL lets 'guest_{address.Database}' sign in and not write (permission denied for schema public)",
            await RefusalAsync(server.Text(address.Database, $"guest_{address.Database}")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_too_old_is_refused_with_its_version()
    {
        var address = PostgresAddress.Read("Host=db;Database=listening");
        Assert.Equal("PostgreSQL 13 or newer is needed; database 'listening' at db:5432 runs 12.9.", PostgresFailures.TooOld(new Version(12, 9), address)!.Message);
        Assert.Null(PostgresFailures.TooOld(new Version(13, 0), address));
    }

    [Theory]
    [InlineData("postgresql://ann:p%40ss@db.example.com:6543/desk?sslmode=verify-full", "Host=db.example.com;Port=6543;Database=desk;Username=ann;Password=p@ss;SSL Mode=VerifyFull")]
    [InlineData("postgres://db/desk", "Host=db;Database=desk")]
    [InlineData("Host=db;Database=desk;Maximum Pool Size=3;Timeout=9", "Host=db;Database=desk;Maximum Pool Size=3;Timeout=9")]
    public void Both_written_forms_are_read_and_what_is_said_stands(string text, string expected)
    {
        var read = new NpgsqlConnectionStringBuilder(PostgresAddress.Read(text).ConnectionString);
        var said = new NpgsqlConnectionStringBuilder(expected);
        foreach (string key in said.Keys) Assert.Equal((key, said[key]), (key, read[key]));
        Assert.Equal(expected.Contains("Timeout=9", StringComparison.Ordinal) ? (3, 9) : (20, 5), (read.MaxPoolSize, read.Timeout));
    }

    [Theory]
    [InlineData("mysql")]
    [InlineData("Host=db;Database=desk;Password=Zwie;belkuchen")]
    [InlineData("Host=db;Password=Zwiebelkuchen")]
    [InlineData("Host=db;Database=desk;Port=Zwiebelkuchen")]
    [InlineData("Host=db;Database=desk;SSL Mode=Zwiebelkuchen")]
    [InlineData("postgres://ann:Zwie:bel@@kuchen/desk")]
    [InlineData("postgres://")]
    public async Task What_cannot_be_read_is_one_sentence_without_a_piece_of_it(string text)
    {
        using var directory = new TemporaryDirectory();
        var run = await Command.RunAsync(["key", "list", "--data", directory.Path], new Dictionary<string, string> { ["LISTENING__Storage__Operational"] = text });
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.StartsWith("Setting Storage:Operational: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", run.Error.TrimEnd(), StringComparison.Ordinal);
        foreach (var piece in (string[])["Zwie", "bel", "kuchen", "mysql"]) Assert.DoesNotContain(piece, run.Error, StringComparison.Ordinal);
    }

    private async Task<int> PortAsync() => (await postgres.ServerAsync()).Port;

    /// <summary>The sentence, the same from the store itself and from a command.</summary>
    private static async Task<string> RefusalAsync(string text)
    {
        await using var store = DeskStore.Postgres(PostgresAddress.Read(text));
        var refusal = await Assert.ThrowsAsync<DeskUnavailableException>(() => store.MigrateAsync(Cancelled));
        Assert.DoesNotContain("Zwiebelkuchen", refusal.ToString(), StringComparison.Ordinal);

        using var directory = new TemporaryDirectory();
        var run = await Command.RunAsync(["link", "--data", directory.Path], new Dictionary<string, string> { ["LISTENING__Storage__Operational"] = text });
        Assert.Equal((1, "", refusal.Message), (run.Code, run.Output, run.Error.TrimEnd()));
        return refusal.Message;
    }
}
