using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.People;

/// <summary>Lets people in for whom a provider of single sign-on vouches. They are known by issuer and subject; an e-mail address alone opens nobody's account.</summary>
public sealed class ProviderSignIns(DeskStore store, TimeProvider time)
{
    /// <summary>
    /// Finds the person, links them to one who is here by an address that the provider verified, or makes them, by an invitation too; takes the role over; opens
    /// a session and gives its token. An invitation is used up only by who joins through it. Throws <see cref="PersonRefusedException"/>.
    /// </summary>
    public Task<string> SignInAsync(ProviderPerson arriving, string? invitation, SessionOpening opening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arriving);
        ArgumentNullException.ThrowIfNull(opening);
        return store.WriteAsync(async desk =>
        {
            var now = time.GetUtcNow();
            void Note(PersonRow person, string action, string? before, string? after) =>
                desk.Audit.Add(AuditRow.Of(new AuditEntry(now, person.Email!, action, person.Email!, before, after, opening.Address)));

            var person = await LinkedAsync(desk, arriving, cancellationToken);
            if (person is null)
            {
                (person, var joined) = await LinkAsync(desk, arriving, invitation, now, cancellationToken);
                Note(person, joined is null ? "person.link" : "person.join", null, joined ?? arriving.Issuer);
            }

            if (person.Disabled is not null) throw new PersonRefusedException("This account is disabled here. Ask an admin of Listening.");
            if (arriving.Role is { } role && role != person.Role)
            {
                Note(person, "person.role", Word(person.Role), Word(role));
                person.Role = role;
            }

            Note(person, "sign-in", null, "single sign-on");
            (person.LastSignIn, person.ConcurrencyStamp) = (now, Guid.NewGuid().ToString());
            await desk.Sessions.Where(session => session.Expires <= now).ExecuteDeleteAsync(cancellationToken);
            return opening.Open(desk, person.Id, "", now);
        }, cancellationToken);
    }

    private static async Task<PersonRow?> LinkedAsync(DeskContext desk, ProviderPerson arriving, CancellationToken cancellationToken) => await (
        from login in desk.Set<IdentityUserLogin<Guid>>()
        where login.LoginProvider == arriving.Issuer && login.ProviderKey == arriving.Subject
        join person in desk.People on login.UserId equals person.Id
        select person).SingleOrDefaultAsync(cancellationToken);

    // How somebody new joined, in words; null for who was here.
    private static async Task<(PersonRow Person, string? Joined)> LinkAsync(
        DeskContext desk, ProviderPerson arriving, string? invitation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(arriving.Email)) throw new PersonRefusedException("The provider tells no e-mail address of yours. Its admin must let Listening know it.");
        var email = PeopleRules.Email(arriving.Email);
        var normal = PeopleRules.Normal(email);
        var person = await desk.People.SingleOrDefaultAsync(row => row.NormalizedEmail == normal, cancellationToken);
        if (person is not null && !arriving.EmailVerified)
            throw new PersonRefusedException("Somebody here has this e-mail address, and the provider does not say that it is yours. Ask an admin of Listening.");
        string? joined = null;
        if (person is null)
        {
            var invited = await TakeAsync(desk, invitation, now, cancellationToken);
            if ((arriving.Role ?? invited?.Role) is not { } role) throw new PersonRefusedException("You are not known here. Ask an admin of Listening for an invitation.");
            joined = invited is null ? Word(role) : $"{Word(role)}, invited by {invited.InvitedBy}";
            person = new PersonRow
            {
                Id = Guid.CreateVersion7(now),
                Name = PeopleRules.Name(arriving.Name),
                Role = role,
                Created = now,
                Email = email,
                NormalizedEmail = normal,
                UserName = email,
                NormalizedUserName = normal,
                SecurityStamp = Guid.NewGuid().ToString(),
                LockoutEnabled = true,
            };
            desk.People.Add(person);
        }

        desk.Add(new IdentityUserLogin<Guid> { LoginProvider = arriving.Issuer, ProviderKey = arriving.Subject, ProviderDisplayName = arriving.Issuer, UserId = person.Id });
        return (person, joined);
    }

    private static async Task<InvitationRow?> TakeAsync(DeskContext desk, string? token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (token is null) return null;
        var hash = Secret.Hash(token);
        var found = await desk.Invitations.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken);
        if (found is null || found.Kind != InvitationKind.Join || !found.IsGood(now)) return null;
        desk.Update(found with { Used = now });
        return found;
    }

    private static string Word(Role role) => role.ToString().ToLowerInvariant();
}
