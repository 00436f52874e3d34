using Listening.Access;
using Listening.Desk.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Access;

/// <summary>Signed-in browsers.</summary>
public sealed class Sessions(DeskStore store, TimeProvider time)
{
    /// <summary>How coarse <see cref="SessionRow.LastSeen"/> is.</summary>
    public static readonly TimeSpan UseGrain = TimeSpan.FromMinutes(10);

    /// <summary>The session of this token with its person as they stand now; null when there is none or it was ended.</summary>
    public Task<SessionFound?> FindAsync(string token, CancellationToken cancellationToken)
    {
        // Found by its hash, so what a search's time could tell is about the hash, which opens nothing.
        var hash = Secret.Hash(token);
        return store.ReadAsync(
            desk => (from session in desk.Sessions
                     where session.Hash == hash
                     join each in desk.People on session.PersonId equals (Guid?)each.Id into people
                     from person in people.DefaultIfEmpty()
                     select new SessionFound(session, person)).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
    }

    /// <summary>Opens a session that is nobody's, with <paramref name="scopes"/>, and gives its token: for the demo's doors.</summary>
    public Task<string> OpenAsync(IReadOnlyList<string> scopes, SessionOpening opening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opening);
        var now = time.GetUtcNow();
        return store.WriteAsync(
            async desk =>
            {
                await desk.Sessions.Where(session => session.Expires <= now).ExecuteDeleteAsync(cancellationToken);
                return opening.Open(desk, null, string.Join(',', scopes), now);
            },
            cancellationToken);
    }

    /// <summary>Whether anybody ever signed in and was not swept away since.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(desk => desk.Sessions.AnyAsync(cancellationToken), cancellationToken);

    /// <summary>Those of a person that are good, the newest first.</summary>
    public Task<List<SessionRow>> OfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.ReadAsync(
            desk => desk.Sessions.Where(session => session.PersonId == personId && session.Expires > now && !session.Pending)
                .OrderByDescending(session => session.Created).ToListAsync(cancellationToken),
            cancellationToken);
    }

    /// <summary>Notes that the session was used just now.</summary>
    public Task NoteUseAsync(byte[] hash, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return store.WriteAsync(desk => desk.Sessions.Where(session => session.Hash == hash)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.LastSeen, now), cancellationToken), cancellationToken);
    }

    /// <summary>Ends the session of this token; nothing happens when there is none.</summary>
    public Task EndAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(token);
        return store.WriteAsync(desk => desk.Sessions.Where(session => session.Hash == hash).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Ends those of a person that <paramref name="which"/> names; gives how many.</summary>
    public Task<int> EndAsync(Guid personId, Func<SessionRow, bool> which, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(
            async desk =>
            {
                var ended = (await desk.Sessions.Where(session => session.PersonId == personId).ToListAsync(cancellationToken)).Where(which).ToList();
                desk.Sessions.RemoveRange(ended);
                if (ended.Count > 0)
                    desk.Audit.Add(AuditRow.Of(new AuditEntry(time.GetUtcNow(), by.Name, "session.end", by.Name, $"{ended.Count} signed in", null, by.Address)));
                return ended.Count;
            },
            cancellationToken);
    }
}
