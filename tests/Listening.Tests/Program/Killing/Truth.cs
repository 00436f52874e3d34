using Listening.Store.Schema;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Program.Killing;

/// <summary>The table of truth as it lies in a data directory that nobody has open, read by the tests' own engine.</summary>
internal static class Truth
{
    private const string Table = "post_versions";
    private static readonly Dictionary<string, object?> NoValues = [];

    /// <summary>Every version that is stored, a line each: what it says and whose it is, not when it came in.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(EngineFixture engine, string data)
    {
        await using var copy = await engine.FreshDatabaseAsync();
        await using var published = await engine.FreshDatabaseAsync();
        await new SchemaMigrations(copy, copy.Database, published.Database, TimeProvider.System).ApplyAsync(TestContext.Current.CancellationToken);
        var detached = Path.Combine(engine.Folder, "data", copy.Database, Table, "detached");
        foreach (var part in Directory.GetDirectories(Path.Combine(data, "clickhouse", "data", "listening", Table), "all_*"))
        {
            var here = Directory.CreateDirectory(Path.Combine(detached, Path.GetFileName(part))).FullName;
            foreach (var file in Directory.GetFiles(part)) File.Copy(file, Path.Combine(here, Path.GetFileName(file)));
            await copy.ExecuteAsync(new($"ALTER TABLE {Table} ATTACH PART '{Path.GetFileName(part)}'", NoValues), TestContext.Current.CancellationToken);
        }

        // A part that was merged may lie beside what it was merged into; one row of a version stands, as for the program.
        var all = new List<string>();
        var lines = $"SELECT concat(hex(post), ' ', hex(version), ' ', toString(arrival), ' ', toString(source_posted_at), ' ', toString(redacted), ' ', raw) AS line FROM {Table} FINAL ORDER BY line";
        await foreach (var row in copy.ReadAsync(new(lines, NoValues), TestContext.Current.CancellationToken)) all.Add(row.Get<string>("line"));
        return all;
    }
}
