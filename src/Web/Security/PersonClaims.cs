using System.Globalization;
using System.Security.Claims;
using Listening.Access;
using Listening.Desk.Access;

namespace Listening.Web.Security;

/// <summary>Who a signed-in browser belongs to, as claims.</summary>
public static class PersonClaims
{
    /// <summary>The policy that demands a person: neither a key nor a link of the machine.</summary>
    public const string Policy = "person";

    /// <summary>The claims of a session that stands.</summary>
    public static ClaimsPrincipal User(SessionFound found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found.Person is not { } person) return ScopeClaims.User(Schemes.Session, "link", found.Session.Scopes.Split(','));
        var user = ScopeClaims.User(Schemes.Session, person.Name, Roles.ScopesOf(person.Role));
        ((ClaimsIdentity)user.Identity!).AddClaims(
        [
            new Claim(ClaimTypes.NameIdentifier, person.Id.ToString("D", CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Email, person.Email!),
            new Claim(ClaimTypes.Role, Roles.NameOf(person.Role)),
        ]);
        return user;
    }

    /// <summary>The person's id; null when the caller is none.</summary>
    public static Guid? PersonId(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Identity?.AuthenticationType == Schemes.Session && Guid.TryParse(user.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id) ? id : null;
    }

    /// <summary>The person's role; null when the caller is no person.</summary>
    public static Role? Role(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Roles.Read(user.FindFirst(ClaimTypes.Role)?.Value);
    }
}
