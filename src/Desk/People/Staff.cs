using Listening.Access;
using Listening.Desk.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.People;

/// <summary>Everybody who signs in.</summary>
public sealed class Staff(DeskStore store, TimeProvider time)
{
    /// <summary>Everybody by name, those who may not come in too.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(desk => desk.People.OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(cancellationToken), cancellationToken);
        var now = time.GetUtcNow();
        return rows.ConvertAll(row => row.Shown(now));
    }

    /// <summary>The person of this id; null when there is none.</summary>
    public async Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await store.ReadAsync(desk => desk.People.SingleOrDefaultAsync(person => person.Id == id, cancellationToken), cancellationToken))?.Shown(time.GetUtcNow());

    /// <summary>Whether anybody can keep this Listening; until then the machine's own link makes the first admin.</summary>
    public Task<bool> HasAdminAsync(CancellationToken cancellationToken) => store.ReadAsync(desk => Admins(desk).AnyAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// Changes a person; null when there is none of this id. The last admin stays one. Throws <see cref="PersonRefusedException"/>.
    /// </summary>
    public Task<Person?> ChangeAsync(Guid id, PersonChange change, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(by);
        var name = change.Name is null ? null : PeopleRules.Name(change.Name);
        if (change.SecondStep == true) throw new PersonRefusedException("Everybody adds an authenticator themselves.");
        return store.WriteAsync<Person?>(async desk =>
        {
            var now = time.GetUtcNow();
            if (await desk.People.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } person) return null;
            var kept = person.Role == Role.Admin && person.Disabled is null;
            void Note(string action, string? before, string? after) =>
                desk.Audit.Add(AuditRow.Of(new AuditEntry(now, by.Name, action, person.Email!, before, after, by.Address)));

            if (name is not null && name != person.Name)
            {
                Note("person.name", person.Name, name);
                person.Name = name;
            }

            if (change.Role is { } role && role != person.Role)
            {
                Note("person.role", Word(person.Role), Word(role));
                person.Role = role;
            }

            if (change.Disabled is { } disabled && disabled != person.Disabled is not null)
            {
                Note(disabled ? "person.disable" : "person.enable", null, null);
                person.Disabled = disabled ? now : null;
                if (disabled) await desk.Sessions.Where(session => session.PersonId == id).ExecuteDeleteAsync(cancellationToken);
                else (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
            }

            if (change.SecondStep == false && person.TwoFactorEnabled)
            {
                Note("person.second-step", "on", "off");
                person.TwoFactorEnabled = false;
                await desk.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == id).ExecuteDeleteAsync(cancellationToken);
            }

            person.ConcurrencyStamp = Guid.NewGuid().ToString();
            await desk.SaveChangesAsync(cancellationToken);
            // Only this change could have taken the last one away: writers take turns.
            if (kept && !await Admins(desk).AnyAsync(cancellationToken))
                throw new PersonRefusedException("This is the last admin: make somebody else one first.");
            return person.Shown(now);
        }, cancellationToken);
    }

    private static IQueryable<PersonRow> Admins(DeskContext desk) => desk.People.Where(person => person.Role == Role.Admin && person.Disabled == null);

    private static string Word(Role role) => role.ToString().ToLowerInvariant();
}
