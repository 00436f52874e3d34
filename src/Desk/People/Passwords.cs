using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.People;

/// <summary>A person's own password. A wrong one counts as a wrong one at the door, so that a stolen session is no place to guess.</summary>
public sealed class Passwords(DeskStore store, TimeProvider time, ISeal seal)
{
    /// <summary>Whether it is the password; false too while the account rests.</summary>
    public Task<bool> CheckAsync(Guid id, string password, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(async desk =>
        {
            using var manager = new PersonManager(desk, time, seal);
            return await IsRightAsync(manager, desk, await desk.People.SingleAsync(row => row.Id == id, cancellationToken), password, by);
        }, cancellationToken);
    }

    /// <summary>
    /// Sets a new one and ends all sessions of the person but <paramref name="keep"/>; false when <paramref name="current"/> is not right.
    /// Throws <see cref="PersonRefusedException"/>.
    /// </summary>
    public Task<bool> ChangeAsync(Guid id, string current, string wanted, string keep, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var kept = Secret.Hash(keep);
        return store.WriteAsync(async desk =>
        {
            using var manager = new PersonManager(desk, time, seal);
            var person = await desk.People.SingleAsync(row => row.Id == id, cancellationToken);
            if (!await IsRightAsync(manager, desk, person, current, by)) return false;
            await manager.SetPasswordAsync(person, wanted);
            PeopleRules.Demand(await manager.UpdateAsync(person));
            await desk.Sessions.Where(session => session.PersonId == id && session.Hash != kept).ExecuteDeleteAsync(cancellationToken);
            desk.Audit.Add(AuditRow.Of(new AuditEntry(time.GetUtcNow(), by.Name, "person.password", person.Email!, null, null, by.Address)));
            return true;
        }, cancellationToken);
    }

    private async Task<bool> IsRightAsync(PersonManager manager, DeskContext desk, PersonRow person, string password, Actor by)
    {
        var right = !await manager.IsLockedOutAsync(person) && password.Length <= PeopleRules.LongestPassword && person.PasswordHash is { } hash
            && PersonManager.Hasher.VerifyHashedPassword(person, hash, password) != PasswordVerificationResult.Failed;
        if (right) return true;
        await manager.AccessFailedAsync(person);
        desk.Audit.Add(AuditRow.Of(new AuditEntry(time.GetUtcNow(), by.Name, "person.password-fail", person.Email!, null, null, by.Address)));
        return false;
    }
}
