using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Access;

/// <summary>Signed-in browsers.</summary>
public sealed class Sessions(DeskStore store)
{
    /// <summary>The session of this token, whether good or run out; null when there is none or it was ended.</summary>
    public Task<SessionRow?> FindAsync(string token, CancellationToken cancellationToken)
    {
        // Found by its hash, so what a search's time could tell is about the hash, which opens nothing.
        var hash = Secret.Hash(token);
        return store.ReadAsync(desk => desk.Sessions.SingleOrDefaultAsync(session => session.Hash == hash, cancellationToken), cancellationToken);
    }

    /// <summary>Whether anybody ever signed in and was not swept away since.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(desk => desk.Sessions.AnyAsync(cancellationToken), cancellationToken);

    /// <summary>Ends the session of this token; nothing happens when there is none.</summary>
    public Task EndAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(token);
        return store.WriteAsync(desk => desk.Sessions.Where(session => session.Hash == hash).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }
}
