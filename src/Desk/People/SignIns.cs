using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.People;

/// <summary>Signing in with an address and a password, and with a code after that. Every try is in the audit log.</summary>
public sealed class SignIns(DeskStore store, TimeProvider time, ISeal seal)
{
    internal static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);
    private static readonly PersonRow Nobody = new() { Name = "nobody", Role = Role.Agent, Created = DateTimeOffset.UnixEpoch };
    private static readonly Lazy<string> NobodysHash = new(() => PersonManager.Hasher.HashPassword(Nobody, Secret.New()));

    /// <summary>Tries address and password. Who is not known takes as long as who is.</summary>
    public async Task<SignInAnswer> PasswordAsync(string email, string password, SessionOpening opening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opening);
        var normal = PeopleRules.Normal(email.Replace("\0", "", StringComparison.Ordinal));
        var known = await store.ReadAsync(desk => desk.People.SingleOrDefaultAsync(row => row.NormalizedEmail == normal, cancellationToken), cancellationToken);
        // Outside the transaction: it takes a tenth of a second, and writers queue.
        var hash = known?.PasswordHash ?? NobodysHash.Value;
        var right = password.Length <= PeopleRules.LongestPassword
            && PersonManager.Hasher.VerifyHashedPassword(known ?? Nobody, hash, password) != PasswordVerificationResult.Failed && known?.PasswordHash is not null;
        return await store.WriteAsync(async desk =>
        {
            var now = time.GetUtcNow();
            using var manager = new PersonManager(desk, time, seal);
            var person = await desk.People.SingleOrDefaultAsync(row => row.NormalizedEmail == normal, cancellationToken);
            if (person is null || person.Disabled is not null || person.PasswordHash != hash || await manager.IsLockedOutAsync(person))
                return Refused(desk, person?.Email ?? email.Trim(), person is null ? "unknown" : person.Disabled is not null ? "disabled" : "resting", opening, now);
            if (!right)
            {
                await manager.AccessFailedAsync(person);
                return Refused(desk, person.Email!, "password", opening, now);
            }

            await desk.Sessions.Where(session => session.Expires <= now).ExecuteDeleteAsync(cancellationToken);
            if (person.TwoFactorEnabled)
                return new SignInAnswer(SignInOutcome.CodeNeeded, (opening with { Lifetime = CodeLifetime }).Open(desk, person.Id, "", now, pending: true));
            return LetIn(desk, person, opening, "password", now);
        }, cancellationToken);
    }

    /// <summary>Tries a code, of the authenticator or for recovery, after a right password.</summary>
    public Task<SignInAnswer> CodeAsync(string pending, string code, SessionOpening opening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opening);
        return store.WriteAsync(async desk =>
        {
            var (now, hash) = (time.GetUtcNow(), Secret.Hash(pending));
            var question = await desk.Sessions.SingleOrDefaultAsync(session => session.Hash == hash && session.Pending && session.Expires > now, cancellationToken);
            var person = question is null ? null : await desk.People.SingleOrDefaultAsync(row => row.Id == question.PersonId, cancellationToken);
            if (question is null || person is null) return SignInAnswer.Refused;
            using var manager = new PersonManager(desk, time, seal);
            if (person.Disabled is not null || await manager.IsLockedOutAsync(person))
            {
                desk.Sessions.Remove(question);
                return Refused(desk, person.Email!, person.Disabled is not null ? "disabled" : "resting", opening, now);
            }

            var how = await SecondSteps.TakeAsync(manager, person, code, now);
            if (how is null)
            {
                await manager.AccessFailedAsync(person);
                return Refused(desk, person.Email!, "code", opening, now);
            }

            desk.Sessions.Remove(question);
            return LetIn(desk, person, opening, how, now);
        }, cancellationToken);
    }

    private static SignInAnswer LetIn(DeskContext desk, PersonRow person, SessionOpening opening, string how, DateTimeOffset now)
    {
        (person.LastSignIn, person.AccessFailedCount, person.LockoutEnd) = (now, 0, null);
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
        desk.Audit.Add(AuditRow.Of(new AuditEntry(now, person.Email!, "sign-in", person.Email!, null, how, opening.Address)));
        return new SignInAnswer(SignInOutcome.In, opening.Open(desk, person.Id, "", now));
    }

    private static SignInAnswer Refused(DeskContext desk, string subject, string why, SessionOpening opening, DateTimeOffset now)
    {
        const int longestSubject = 254;
        desk.Audit.Add(AuditRow.Of(new AuditEntry(now, "stranger", "sign-in.fail", subject[..Math.Min(subject.Length, longestSubject)], null, why, opening.Address)));
        return SignInAnswer.Refused;
    }
}
