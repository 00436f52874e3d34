using Listening.Access;
using Listening.Calendars;
using Listening.Desk.Calendars;

namespace Listening.Web.Calendars;

/// <summary>Reads and sets calendars and targets.</summary>
public sealed class TargetsDesk(CurrentTargets current, TargetsVersions versions, IAuditLog audit, ProjectingLoop projecting)
{
    /// <summary>Those that are kept, which may be newer than what this process has taken up.</summary>
    public async Task<TargetsView> ReadAsync(CancellationToken cancellationToken) => View(await versions.ListAsync(cancellationToken));

    /// <summary>All versions, the newest first.</summary>
    public Task<IReadOnlyList<TargetsVersion>> HistoryAsync(CancellationToken cancellationToken) => versions.ListAsync(cancellationToken);

    /// <summary>What the version after <paramref name="after"/> would say; null when that is not the newest any more.</summary>
    public async Task<TargetsContent?> NextAsync(int after, Func<TargetsContent, TargetsContent> change, CancellationToken cancellationToken)
    {
        var every = await versions.ListAsync(cancellationToken);
        return (every.Count > 0 ? every[0].Number : 0) == after ? change(every.Count > 0 ? every[0].Content : TargetsContent.Empty) : null;
    }

    /// <summary>Sets the version after <paramref name="after"/>, which was checked, and takes it into use; null when another one was set meanwhile.</summary>
    public async Task<TargetsView?> SetAsync(
        int after, TargetsContent content, DateTimeOffset? from, string note, string action, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var before = await versions.ListAsync(cancellationToken);
        if (await versions.AddAsync(after, from, actor.Name, note, content, cancellationToken) is not { } added) return null;
        // It is set: whoever asked may be gone, the log must have it.
        var (was, now) = (before.Count > 0 ? before[0].Content.ToJson() : null, content.ToJson());
        await audit.RecordAsync(new(added.At, actor.Name, action, $"version {added.Number}", was, now, actor.Address), CancellationToken.None);
        await TakeAsync(cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    /// <summary>Takes what is kept into use when it is newer; facts that it reaches back to are then derived again. True when it was.</summary>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        if (await versions.NumberAsync(cancellationToken) <= current.Now.Number) return false;
        if (!current.Take(TargetsStart.Use(await versions.ListAsync(cancellationToken), current.Now.Within))) return false;
        projecting.Wake();
        return true;
    }

    private TargetsView View(IReadOnlyList<TargetsVersion> every)
    {
        var newest = every.Count > 0 ? every[0] : null;
        var inUse = current.Now;
        return new()
        {
            Version = newest?.Number ?? 0,
            At = newest?.At,
            From = newest?.From,
            Actor = newest?.Actor ?? "",
            Note = newest?.Note ?? "",
            Calendars = newest?.Content.Calendars ?? [],
            Targets = newest?.Content.Targets ?? [],
            Defaults = inUse.Defaults,
        };
    }
}
