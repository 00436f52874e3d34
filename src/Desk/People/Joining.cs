using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.People;

/// <summary>Becoming somebody who signs in: the first admin by the machine's link, everybody else by an invitation. A refusal uses nothing up.</summary>
public sealed class Joining(DeskStore store, TimeProvider time, ISeal seal)
{
    /// <summary>
    /// Makes the first admin and opens their session; gives its token, or null when the link is not good or there is an admin already.
    /// Throws <see cref="PersonRefusedException"/>.
    /// </summary>
    public Task<string?> FirstAsync(string link, NewPerson wanted, SessionOpening opening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opening);
        return store.WriteAsync(async desk =>
        {
            var now = time.GetUtcNow();
            if (await desk.People.AnyAsync(person => person.Role == Role.Admin && person.Disabled == null, cancellationToken)
                || !await SignInLinks.TakeAsync(desk, link, now, cancellationToken)) return null;
            return await AddAsync(desk, wanted, Role.Admin, "the machine's link", opening, now);
        }, cancellationToken);
    }

    /// <summary>
    /// Uses an invitation up: who is new joins with the role it says, who is here gets the new password and every other session of theirs ends. Gives the
    /// new session, or null when the invitation is not good. Of two that try at once, one wins. Throws <see cref="PersonRefusedException"/>.
    /// </summary>
    public Task<SignInAnswer?> UseAsync(string token, NewPerson wanted, SessionOpening opening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(opening);
        return store.WriteAsync(async desk =>
        {
            var (now, hash) = (time.GetUtcNow(), Secret.Hash(token));
            var invitation = await desk.Invitations.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken);
            if (invitation is null || !invitation.IsGood(now)) return null;
            desk.Update(invitation with { Used = now });
            if (invitation.PersonId is not { } id)
                return new SignInAnswer(SignInOutcome.In, await AddAsync(desk, wanted, invitation.Role, $"invited by {invitation.InvitedBy}", opening, now));

            var person = await desk.People.SingleAsync(row => row.Id == id, cancellationToken);
            if (person.Disabled is not null) return null;
            using var manager = new PersonManager(desk, time, seal);
            await manager.SetPasswordAsync(person, wanted.Password);
            (person.LockoutEnd, person.AccessFailedCount, person.LastSignIn) = (null, 0, person.TwoFactorEnabled ? person.LastSignIn : now);
            PeopleRules.Demand(await manager.UpdateAsync(person));
            await desk.Sessions.Where(session => session.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            desk.Audit.Add(AuditRow.Of(new AuditEntry(now, person.Email!, "person.password", person.Email!, null, "by reset link", opening.Address)));
            // A link in somebody's mailbox is no second step.
            return person.TwoFactorEnabled
                ? new SignInAnswer(SignInOutcome.CodeNeeded, (opening with { Lifetime = SignIns.CodeLifetime }).Open(desk, id, "", now, pending: true))
                : new SignInAnswer(SignInOutcome.In, opening.Open(desk, id, "", now));
        }, cancellationToken);
    }

    private async Task<string> AddAsync(DeskContext desk, NewPerson wanted, Role role, string how, SessionOpening opening, DateTimeOffset now)
    {
        var email = PeopleRules.Email(wanted.Email);
        var person = new PersonRow { Id = Guid.CreateVersion7(now), Name = PeopleRules.Name(wanted.Name), Role = role, Created = now, LastSignIn = now, UserName = email, Email = email };
        using var manager = new PersonManager(desk, time, seal);
        PeopleRules.Demand(await manager.CreateAsync(person));
        await manager.SetPasswordAsync(person, wanted.Password);
        PeopleRules.Demand(await manager.UpdateAsync(person));
        desk.Audit.Add(AuditRow.Of(new AuditEntry(now, email, "person.join", email, null, $"{role.ToString().ToLowerInvariant()}, {how}", opening.Address)));
        return opening.Open(desk, person.Id, "", now);
    }
}
