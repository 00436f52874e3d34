using System.Text.Json;
using Listening.Access;
using Listening.Collecting.Pulling;
using Listening.Desk.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Sources;

/// <summary>The sources that somebody set up. Every change is in the audit log; secrets are named there and never told.</summary>
public sealed class ConfiguredSources(DeskStore store, TimeProvider time) : ISourceList
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ConfiguredSource>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(desk => desk.Sources.ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.OrderBy(row => row.Name, StringComparer.Ordinal).Select(Read)];
    }

    /// <inheritdoc/>
    public async Task<ConfiguredSource?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await store.ReadAsync(desk => desk.Sources.SingleOrDefaultAsync(row => row.Id == id, cancellationToken), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Adds a source.</summary>
    public Task<SourceChange> AddAsync(ConfiguredSource source, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(async desk =>
        {
            if (await desk.Sources.AnyAsync(row => row.Name == source.Name, cancellationToken)) return SourceChange.NameTaken;
            desk.Sources.Add(Write(source));
            desk.Audit.Add(Entry("source.add", source.Name, null, source, by));
            return SourceChange.Done;
        }, cancellationToken);
    }

    /// <summary>
    /// Puts <paramref name="next"/> in the place of the same source in the version before. What had stopped it is forgotten, but for a limit that the source itself
    /// set; what was read under other settings says nothing any more, and the next run is a first one.
    /// </summary>
    public Task<SourceChange> ChangeAsync(ConfiguredSource next, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(async desk =>
        {
            if (await desk.Sources.AsNoTracking().SingleOrDefaultAsync(row => row.Id == next.Id, cancellationToken) is not { } row || row.Version != next.Version - 1)
                return SourceChange.Overtaken;
            if (await desk.Sources.AnyAsync(other => other.Name == next.Name && other.Id != next.Id, cancellationToken)) return SourceChange.NameTaken;
            var before = Read(row);
            desk.Sources.Update(Write(next));
            desk.Audit.Add(Entry(Action(before, next), before.Name, before, next, by));
            if (AsksOtherwise(before, next)) await desk.SourceCursors.Where(cursor => cursor.Source == next.Id).ExecuteDeleteAsync(cancellationToken);
            if (await desk.SourceStates.AsNoTracking().SingleOrDefaultAsync(state => state.Source == next.Id, cancellationToken) is { } kept)
                desk.SourceStates.Update(kept with { State = SourceState.Read(kept.State).Freed().ToJson() });
            return SourceChange.Done;
        }, cancellationToken);
    }

    /// <summary>Removes a source with its cursors, its state and its gaps; its posts stay. False when there is none.</summary>
    public Task<bool> RemoveAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(async desk =>
        {
            if (await desk.Sources.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row) return false;
            // The rest goes with it.
            await desk.Sources.Where(source => source.Id == id).ExecuteDeleteAsync(cancellationToken);
            desk.Audit.Add(Entry("source.remove", row.Name, Read(row), null, by));
            return true;
        }, cancellationToken);
    }

    private static string Action(ConfiguredSource before, ConfiguredSource next) =>
        before.Paused == next.Paused || Told(before with { Paused = next.Paused }) != Told(next) ? "source.change" : next.Paused ? "source.pause" : "source.resume";

    private static bool AsksOtherwise(ConfiguredSource before, ConfiguredSource next) =>
        before.Name != next.Name || JsonSerializer.Serialize(Sorted(before.Values)) != JsonSerializer.Serialize(Sorted(next.Values));

    private AuditRow Entry(string action, string name, ConfiguredSource? before, ConfiguredSource? after, Actor by) =>
        AuditRow.Of(new AuditEntry(time.GetUtcNow(), by.Name, action, name, Told(before), Told(after), by.Address));

    private static string? Told(ConfiguredSource? source) => source is null ? null : JsonSerializer.Serialize(
        new { source.Name, source.Kind, Every = source.Every.TotalSeconds, source.Paused, Settings = Sorted(source.Values) }, JsonSerializerOptions.Web);

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> values) => new(new Dictionary<string, string>(values), StringComparer.Ordinal);

    private static SourceRow Write(ConfiguredSource source) => new()
    {
        Id = source.Id,
        Name = source.Name,
        Kind = source.Kind,
        Settings = JsonSerializer.Serialize(Sorted(source.Values)),
        Every = (int)source.Every.TotalSeconds,
        Paused = source.Paused,
        Added = source.Added.ToUniversalTime(),
        Version = source.Version,
    };

    private static ConfiguredSource Read(SourceRow row) => new(row.Id, row.Name, row.Kind)
    {
        Values = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Settings) ?? [],
        Every = TimeSpan.FromSeconds(row.Every),
        Paused = row.Paused,
        Added = row.Added,
        Version = row.Version,
    };
}
