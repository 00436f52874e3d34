using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.People;

/// <summary>Links for joining and for new passwords, each good for 24 hours and once.</summary>
public sealed class Invitations(DeskStore store, TimeProvider time) : IInvitations
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private static readonly TimeSpan Shown = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public Task<NewInvitation> InviteAsync(string name, string? email, Role role, Actor by, CancellationToken cancellationToken)
    {
        var (wanted, address) = (PeopleRules.Name(name), string.IsNullOrWhiteSpace(email) ? null : PeopleRules.Email(email));
        return store.WriteAsync(async desk =>
        {
            if (address is not null && await desk.People.AnyAsync(person => person.NormalizedEmail == PeopleRules.Normal(address), cancellationToken))
                throw new PersonRefusedException("Somebody signs in with this e-mail address already.");
            return Add(desk, InvitationKind.Join, null, wanted, address, role, by);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<NewInvitation> ResetAsync(string person, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var wanted = person.Replace("\0", "", StringComparison.Ordinal).Trim();
        var (id, normal) = (Guid.TryParse(wanted, out var read) ? read : Guid.Empty, PeopleRules.Normal(wanted));
        return store.WriteAsync(async desk =>
        {
            var found = await desk.People.Where(row => row.Id == id || row.NormalizedEmail == normal || row.Name == wanted).ToListAsync(cancellationToken);
            if (found.Count == 0) throw new PersonRefusedException($"There is nobody named '{wanted}'.");
            if (found.Count > 1) throw new PersonRefusedException($"There are {found.Count} people named '{wanted}': say which by the e-mail address.");
            var one = found[0];
            if (one.Disabled is not null) throw new PersonRefusedException($"{one.Name} is disabled: enable them first.");
            return Add(desk, InvitationKind.Reset, one.Id, one.Name, one.Email, one.Role, by);
        }, cancellationToken);
    }

    /// <summary>Those of the last 30 days, newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Shown;
        var rows = await store.ReadAsync(
            desk => desk.Invitations.Where(row => row.Created > since).OrderByDescending(row => row.Created).ThenBy(row => row.Id).Take(200).ToListAsync(cancellationToken),
            cancellationToken);
        return rows.ConvertAll(row => row.Shown());
    }

    /// <summary>The invitation of this token, whether good or not; null when there is none.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(token);
        return (await store.ReadAsync(desk => desk.Invitations.SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken), cancellationToken))?.Shown();
    }

    /// <summary>Takes one back; false when there is none that could still be used.</summary>
    public Task<bool> WithdrawAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        DateTimeOffset now = time.GetUtcNow();
        return store.WriteAsync(async desk =>
        {
            var row = await desk.Invitations.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
            if (row is null || !row.IsGood(now)) return false;
            desk.Update(row with { Withdrawn = now });
            desk.Audit.Add(AuditRow.Of(new AuditEntry(now, by.Name, "invitation.withdraw", row.Name, null, null, by.Address)));
            return true;
        }, cancellationToken);
    }

    private NewInvitation Add(DeskContext desk, InvitationKind kind, Guid? personId, string name, string? email, Role role, Actor by)
    {
        var (now, token) = (time.GetUtcNow(), Secret.New());
        var row = new InvitationRow
        {
            Id = Guid.CreateVersion7(now),
            Hash = Secret.Hash(token),
            Kind = kind,
            PersonId = personId,
            Name = name,
            Email = email,
            Role = role,
            InvitedBy = by.Name,
            Created = now,
            Expires = now + Lifetime,
        };
        desk.Invitations.Add(row);
        var (action, after) = kind == InvitationKind.Join ? ("invitation.create", role.ToString().ToLowerInvariant()) : ("person.reset-link", null);
        desk.Audit.Add(AuditRow.Of(new AuditEntry(now, by.Name, action, email ?? name, null, after, by.Address)));
        return new NewInvitation(row.Shown(), token);
    }
}
