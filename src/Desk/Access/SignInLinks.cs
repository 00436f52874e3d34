using Listening.Access;
using Listening.Desk.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Access;

/// <summary>One-time sign-ins of the machine's owner: each is good for 15 minutes and opens one session, or makes the first admin.</summary>
public sealed class SignInLinks(DeskStore store, TimeProvider time)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Makes a link and sweeps away those that can no longer be used.</summary>
    public Task<NewSignInLink> CreateAsync(Actor by, CancellationToken cancellationToken) => store.WriteAsync(async desk =>
    {
        var now = time.GetUtcNow();
        await desk.SignInLinks.Where(link => link.Expires <= now).ExecuteDeleteAsync(cancellationToken);
        var token = Secret.New();
        desk.SignInLinks.Add(new SignInLinkRow { Hash = Secret.Hash(token), Created = now, Expires = now + Lifetime });
        desk.Audit.Add(AuditRow.Of(new AuditEntry(now, by.Name, "link.create", "sign-in link", null, null, by.Address)));
        return new NewSignInLink(token, now + Lifetime);
    }, cancellationToken);

    /// <summary>Whether a link could be used now. Looking does not use it up.</summary>
    public Task<bool> IsGoodAsync(string token, CancellationToken cancellationToken)
    {
        var (now, hash) = (time.GetUtcNow(), Secret.Hash(token));
        return store.ReadAsync(desk => desk.SignInLinks.AnyAsync(link => link.Hash == hash && link.Used == null && link.Expires > now, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Uses a link up and opens a session with <paramref name="scopes"/>; returns the session's token, or null when the link is unknown, too old or used.
    /// Of two that try at once, one wins.
    /// </summary>
    public Task<string?> UseAsync(string token, IReadOnlyList<string> scopes, SessionOpening opening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opening);
        return store.WriteAsync(async desk =>
        {
            var now = time.GetUtcNow();
            if (!await TakeAsync(desk, token, now, cancellationToken)) return null;
            await desk.Sessions.Where(session => session.Expires <= now).ExecuteDeleteAsync(cancellationToken);
            desk.Audit.Add(AuditRow.Of(new AuditEntry(now, "link", "sign-in", "link", null, null, opening.Address)));
            return opening.Open(desk, null, string.Join(',', scopes), now);
        }, cancellationToken);
    }

    /// <summary>Uses a link up inside a transaction; false when it is unknown, too old or used.</summary>
    internal static async Task<bool> TakeAsync(DeskContext desk, string token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? used = now;
        var hash = Secret.Hash(token);
        return await desk.SignInLinks.Where(link => link.Hash == hash && link.Used == null && link.Expires > now)
            .ExecuteUpdateAsync(row => row.SetProperty(link => link.Used, used), cancellationToken) == 1;
    }
}
