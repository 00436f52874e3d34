using Listening.Access;
using Listening.Brands;
using Listening.Desk.Brands;
using Listening.Store.Projecting;

namespace Listening.Web.Registry;

/// <summary>Reads and sets the registry.</summary>
public sealed class RegistryDesk(
    CurrentRegistry current, RegistryVersions versions, ConfiguredRegistry configured, FactProjector projector, IAuditLog audit)
{
    /// <summary>The registry in use as it is kept, which may be newer than what this process has taken up.</summary>
    public async Task<RegistryView> ReadAsync(CancellationToken cancellationToken)
    {
        var every = await versions.ListAsync(cancellationToken);
        var newest = every.Count > 0 ? every[0] : null;
        var content = newest?.Content ?? configured.Content;
        return new()
        {
            Version = newest?.Number ?? 0,
            At = newest?.At,
            Actor = newest?.Actor ?? "",
            Note = newest?.Note ?? "",
            Brands = content.Brands,
            TimeZone = content.TimeZone,
            WeekStart = content.WeekStart,
            Facts = await FactsAsync(every, content, cancellationToken),
            ChangedConfiguration = newest is not null && newest.Configuration.ToJson() != configured.Content.ToJson() ? configured.Content : null,
        };
    }

    /// <summary>All versions, the newest first; the last is what the configuration said before any was set, or says now.</summary>
    public async Task<IReadOnlyList<RegistryVersion>> HistoryAsync(CancellationToken cancellationToken)
    {
        var every = await versions.ListAsync(cancellationToken);
        var first = every.Count > 0 ? every[^1].Configuration : configured.Content;
        return [.. every, new RegistryVersion(0, DateTimeOffset.UnixEpoch, "", "", first, first)];
    }

    /// <summary>Sets the version after <paramref name="after"/> and takes it into use; null when another one was set meanwhile.</summary>
    public async Task<RegistryView?> SetAsync(int after, Actor actor, string note, RegistryContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var before = (await versions.NewestAsync(cancellationToken))?.Content ?? configured.Content;
        if (await versions.AddAsync(after, actor.Name, note, content, configured.Content, cancellationToken) is not { } added) return null;
        current.Take(RegistryStart.Use(added.Number, added.Content));
        // It is set: whoever asked may be gone, the log must have it.
        await audit.RecordAsync(
            new(added.At, actor.Name, "brands.set", $"version {added.Number}", before.ToJson(), content.ToJson(), actor.Address), CancellationToken.None);
        return await ReadAsync(cancellationToken);
    }

    private async Task<FactsView> FactsAsync(IReadOnlyList<RegistryVersion> every, RegistryContent content, CancellationToken cancellationToken)
    {
        var facts = await projector.RegistryAsync(cancellationToken);
        var wanted = new BrandRegistry(content.Brands).Fingerprint;
        var share = facts.Deriving == wanted ? facts.Share : null;
        // Before the first run there is nothing that would have to be derived again.
        if (facts.Standing == wanted || facts.Standing.Length == 0) return new(every.Count > 0 ? every[0].Number : 0, true, null);
        var known = every.Select(version => (int?)version.Number).Zip(every.Select(version => version.Content))
            .Append((0, every.Count > 0 ? every[^1].Configuration : configured.Content));
        return new(known.FirstOrDefault(version => new BrandRegistry(version.Second.Brands).Fingerprint == facts.Standing).First, false, share);
    }
}
