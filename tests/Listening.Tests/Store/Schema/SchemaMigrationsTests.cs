using Listening.Store.Engine;
using Listening.Store.Schema;
using Listening.Storing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Store.Schema;

public sealed class SchemaMigrationsTests(EngineFixture engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_schema_is_applied_once()
    {
        await using var facts = await engine.FreshDatabaseAsync();
        await using var published = await engine.FreshDatabaseAsync();
        var names = SchemaFile.Embedded().Select(file => file.Name).ToList();

        Assert.Equal(names, await Migrations(facts, published).ApplyAsync(Cancellation));
        Assert.Empty(await Migrations(facts, published).ApplyAsync(Cancellation));

        Assert.Equal("0001_posts_and_facts", names[0]);
        Assert.Equal(0UL, await OneAsync(published, "SELECT count() FROM posts"));
        Assert.Equal(0UL, await OneAsync(published, "SELECT count() FROM waits"));
    }

    [Fact]
    public async Task Semicolons_in_comments_and_texts_end_no_statement()
    {
        await using var facts = await engine.FreshDatabaseAsync();
        var file = new SchemaFile("0001_words",
            """
            -- one; two
            CREATE TABLE words (word String DEFAULT 'a;''b\'c', `odd;name` UInt8) /* three;
            four */ ENGINE = MergeTree ORDER BY word; ; -- end;
            INSERT INTO {database}.words (word) VALUES ('it''s; {published}')
            """);

        await Migrations(facts, facts).ApplyAsync([file], Cancellation);

        Assert.Equal("it's; " + facts.Database, await OneAsync(facts, "SELECT word FROM words"));
    }

    [Fact]
    public async Task A_changed_file_is_refused_before_anything_runs()
    {
        await using var facts = await engine.FreshDatabaseAsync();
        var migrations = Migrations(facts, facts);
        await migrations.ApplyAsync([new("0001_a", "CREATE TABLE a (x UInt8) ENGINE = Memory")], Cancellation);

        var conflict = await Assert.ThrowsAsync<SchemaConflictException>(() => migrations.ApplyAsync(
            [new("0000_z", "CREATE TABLE z (x UInt8) ENGINE = Memory"), new("0001_a", "CREATE TABLE a (x UInt16) ENGINE = Memory")], Cancellation));

        Assert.Contains("0001_a was changed after it was applied", conflict.Message, StringComparison.Ordinal);
        Assert.Equal(0UL, await OneAsync(facts, "SELECT count() FROM system.tables WHERE database = currentDatabase() AND name = 'z'"));
    }

    [Fact]
    public async Task A_comment_can_be_changed_any_time()
    {
        await using var facts = await engine.FreshDatabaseAsync();
        await Migrations(facts, facts).ApplyAsync([new("0001_a", "CREATE TABLE a (x UInt8) ENGINE = Memory; -- one")], Cancellation);

        Assert.Empty(await Migrations(facts, facts).ApplyAsync([new("0001_a", "-- two\nCREATE TABLE a (x UInt8) ENGINE = Memory")], Cancellation));
    }

    [Fact]
    public async Task An_unknown_file_in_the_database_means_a_newer_program_wrote_it()
    {
        await using var facts = await engine.FreshDatabaseAsync();
        await Migrations(facts, facts).ApplyAsync([new("0002_b", "CREATE TABLE b (x UInt8) ENGINE = Memory")], Cancellation);

        var conflict = await Assert.ThrowsAsync<SchemaConflictException>(() => Migrations(facts, facts).ApplyAsync([], Cancellation));

        Assert.Contains("newer version", conflict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_file_goes_on_where_it_stopped()
    {
        await using var facts = await engine.FreshDatabaseAsync();
        var file = new SchemaFile("0001_a", "CREATE TABLE a (x UInt8) ENGINE = MergeTree ORDER BY x; INSERT INTO a VALUES (1); INSERT INTO nowhere VALUES (1)");
        var mended = file with { Sql = file.Sql.Replace("nowhere", "a", StringComparison.Ordinal) };

        await Assert.ThrowsAsync<StoreQueryException>(() => Migrations(facts, facts).ApplyAsync([file], Cancellation));
        Assert.Equal(["0001_a"], await Migrations(facts, facts).ApplyAsync([mended], Cancellation));

        Assert.Equal(2UL, await OneAsync(facts, "SELECT count() FROM a"));
    }

    [Fact]
    public async Task A_statement_whose_note_was_lost_is_not_an_error()
    {
        await using var facts = await engine.FreshDatabaseAsync();
        var file = new SchemaFile("0001_a", "CREATE TABLE a (x UInt8) ENGINE = Memory");
        await Migrations(facts, facts).ApplyAsync([file], Cancellation);
        await facts.ExecuteAsync(new("ALTER TABLE schema_journal DELETE WHERE done SETTINGS mutations_sync = 1", new Dictionary<string, object?>()), Cancellation);
        await facts.ExecuteAsync(new("INSERT INTO schema_journal (name, statement) VALUES ('0001_a', 1)", new Dictionary<string, object?>()), Cancellation);

        Assert.Equal(["0001_a"], await Migrations(facts, facts).ApplyAsync([file], Cancellation));
    }

    private static SchemaMigrations Migrations(EmbeddedClickHouse facts, EmbeddedClickHouse published) =>
        new(facts, facts.Database, published.Database, new FakeTimeProvider());

    private static async Task<object?> OneAsync(EmbeddedClickHouse clickHouse, string sql)
    {
        await foreach (var row in clickHouse.ReadAsync(new(sql, new Dictionary<string, object?>()), Cancellation))
            return row.Values[0];
        return null;
    }
}
