using Listening.Access;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Access;

/// <summary>One-time sign-ins: each is good for 15 minutes and opens one session.</summary>
public sealed class SignInLinks(DeskStore store, TimeProvider time)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Makes a link and sweeps away those that can no longer be used.</summary>
    public Task<NewSignInLink> CreateAsync(CancellationToken cancellationToken) => store.WriteAsync(async desk =>
    {
        var now = time.GetUtcNow();
        await desk.SignInLinks.Where(link => link.Expires <= now).ExecuteDeleteAsync(cancellationToken);
        var token = Secret.New();
        desk.SignInLinks.Add(new SignInLinkRow { Hash = Secret.Hash(token), Created = now, Expires = now + Lifetime });
        return new NewSignInLink(token, now + Lifetime);
    }, cancellationToken);

    /// <summary>
    /// Uses a link up and opens a session with <paramref name="scopes"/> for <paramref name="lifetime"/>; returns the session's token, or null when the
    /// link is unknown, too old or used. Of two that try at once, one wins.
    /// </summary>
    public Task<string?> UseAsync(string token, IReadOnlyList<string> scopes, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? used = now;
        var hash = Secret.Hash(token);
        return store.WriteAsync(async desk =>
        {
            var won = await desk.SignInLinks.Where(link => link.Hash == hash && link.Used == null && link.Expires > now)
                .ExecuteUpdateAsync(row => row.SetProperty(link => link.Used, used), cancellationToken) == 1;
            if (!won) return null;
            await desk.Sessions.Where(session => session.Expires <= now).ExecuteDeleteAsync(cancellationToken);
            var session = Secret.New();
            desk.Sessions.Add(new SessionRow { Hash = Secret.Hash(session), Scopes = string.Join(',', scopes), Created = now, Expires = now + lifetime });
            return session;
        }, cancellationToken);
    }
}
