using System.Security.Cryptography;
using System.Text;
using Listening.Storing;
using Listening.Store.Engine;

namespace Listening.Store.Schema;

/// <summary>
/// Brings a database to the newest schema: applies each numbered file once, in order. Every statement is written down before and after it ran, so an
/// interrupted file goes on where it stopped.
/// </summary>
/// <param name="clickHouse">Its default database is the one that is brought up to date.</param>
/// <param name="database">That database's name; stands for <c>{database}</c>.</param>
/// <param name="published">The database of the published views, which exists; stands for <c>{published}</c>.</param>
/// <param name="time">Says when.</param>
public sealed class SchemaMigrations(IClickHouse clickHouse, string database, string published, TimeProvider time)
{
    private const string Journal =
        """
        CREATE TABLE IF NOT EXISTS schema_journal
        (name String, statement UInt32, hash String, done Bool, at DateTime64(3, 'UTC'))
        ENGINE = ReplacingMergeTree(done) ORDER BY (name, statement)
        """;

    // The row of a whole file; its statements count from 1.
    private const uint Whole = 0;
    private const int TableAlreadyExists = 57;
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    /// <summary>Applies what is not applied yet and names it. Throws <see cref="SchemaConflictException"/>, before anything runs, when an applied file changed.</summary>
    public Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellationToken) => ApplyAsync(SchemaFile.Embedded(), cancellationToken);

    /// <summary>Applies the given files.</summary>
    public async Task<IReadOnlyList<string>> ApplyAsync(IReadOnlyList<SchemaFile> files, CancellationToken cancellationToken)
    {
        await RunAsync(Journal, cancellationToken);
        var journal = await ReadJournalAsync(cancellationToken);
        Check(files, journal);
        var applied = new List<string>();
        foreach (var file in files.Where(file => !journal.ContainsKey((file.Name, Whole))))
        {
            await ApplyAsync(file, journal, cancellationToken);
            applied.Add(file.Name);
        }
        return applied;
    }

    /// <summary>The files that were applied, in order: those that this program has, and those that it does not know.</summary>
    public async Task<(IReadOnlyList<string> Known, IReadOnlyList<string> Unknown)> StateAsync(CancellationToken cancellationToken)
    {
        var mine = SchemaFile.Embedded().Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        var applied = (await ReadJournalAsync(cancellationToken)).Keys.Where(key => key.Statement == Whole).Select(key => key.Name).Order(StringComparer.Ordinal).ToLookup(mine.Contains);
        return ([.. applied[true]], [.. applied[false]]);
    }

    private static void Check(IReadOnlyList<SchemaFile> files, Dictionary<(string Name, uint Statement), Entry> journal)
    {
        foreach (var ((name, statement), entry) in journal)
        {
            var file = files.FirstOrDefault(file => file.Name == name) ?? throw new SchemaConflictException(
                $"The database has schema file {name}, which this program does not know: it was written by a newer version. Use that one.");
            var statements = SqlScript.Statements(file.Sql);
            var now = statement == Whole ? Hash(string.Join(";\n", statements)) : statement <= statements.Count ? Hash(statements[(int)statement - 1]) : "";
            if (now != entry.Hash && (entry.Done || statement == Whole))
                throw new SchemaConflictException(
                    $"Schema file {name} was changed after it was applied{(statement == Whole ? "" : $" (statement {statement})")}. "
                    + "Put it back and bring the change in a new numbered file.");
        }
    }

    private async Task ApplyAsync(SchemaFile file, Dictionary<(string Name, uint Statement), Entry> journal, CancellationToken cancellationToken)
    {
        var statements = SqlScript.Statements(file.Sql);
        for (var i = 0; i < statements.Count; i++)
        {
            var number = (uint)i + 1;
            var begun = journal.TryGetValue((file.Name, number), out var entry);
            if (begun && entry.Done)
                continue;
            await WriteAsync(file.Name, number, Hash(statements[i]), done: false, cancellationToken);
            try
            {
                await RunAsync(
                    statements[i].Replace("{database}", database, StringComparison.Ordinal).Replace("{published}", published, StringComparison.Ordinal),
                    cancellationToken);
            }
            catch (StoreQueryException exception) when (begun && exception.Code == TableAlreadyExists)
            {
                // It had run; only the note of it was lost. Other statements of a file say IF EXISTS or IF NOT EXISTS themselves.
            }
            await WriteAsync(file.Name, number, Hash(statements[i]), done: true, cancellationToken);
        }
        await WriteAsync(file.Name, Whole, Hash(string.Join(";\n", statements)), done: true, cancellationToken);
    }

    private async Task<Dictionary<(string Name, uint Statement), Entry>> ReadJournalAsync(CancellationToken cancellationToken)
    {
        var journal = new Dictionary<(string, uint), Entry>();
        var query = new FactQuery("SELECT name, statement, hash, done FROM schema_journal FINAL", new Dictionary<string, object?>());
        await foreach (var row in clickHouse.ReadAsync(query, cancellationToken))
            journal[(row.Get<string>("name"), (uint)row.Get<long>("statement"))] = new Entry(row.Get<string>("hash"), row.Get<bool>("done"));
        return journal;
    }

    private async Task WriteAsync(string name, uint statement, string hash, bool done, CancellationToken cancellationToken)
    {
        using var block = new NativeBlock(1)
            .Add("name", [name])
            .Add("statement", [statement])
            .Add("hash", [hash])
            .Add("done", [done])
            .Add("at", [time.GetUtcNow()]);
        await clickHouse.InsertAsync("schema_journal", block, cancellationToken);
    }

    private Task RunAsync(string sql, CancellationToken cancellationToken) =>
        clickHouse.ExecuteAsync(new FactQuery(sql, new Dictionary<string, object?>(), Limit), cancellationToken);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private readonly record struct Entry(string Hash, bool Done);
}
