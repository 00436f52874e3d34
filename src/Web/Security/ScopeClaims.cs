using System.Security.Claims;
using System.Text.RegularExpressions;

namespace Listening.Web.Security;

/// <summary>Scopes as claims of a user.</summary>
public static partial class ScopeClaims
{
    /// <summary>The claim's type.</summary>
    public const string Type = "scope";

    private const string IngestOf = $"{Scopes.Ingest}:";

    /// <summary>All scopes but <c>ingest:SOURCE</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Scopes.Ingest, Scopes.Read, Scopes.ReadInternal, Scopes.Triage, Scopes.Reply, Scopes.Approve, Scopes.Sql, Scopes.Telemetry, Scopes.Admin];

    /// <summary>Whether <paramref name="scope"/> can be given to a key.</summary>
    public static bool IsScope(string scope) => All.Contains(scope) || OfOneSource().IsMatch(scope);

    /// <summary>Whether the user has a scope; <c>admin</c> has all, and who may send of one source has <c>ingest</c>.</summary>
    public static bool Has(this ClaimsPrincipal user, string scope)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.HasClaim(Type, scope)
            || user.HasClaim(Type, Scopes.Admin)
            || (scope == Scopes.Ingest && user.HasClaim(claim => claim.Type == Type && claim.Value.StartsWith(IngestOf, StringComparison.Ordinal)));
    }

    /// <summary>Whether the user may send posts of this source.</summary>
    public static bool MayIngest(this ClaimsPrincipal user, string source)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.HasClaim(Type, Scopes.Ingest) || user.HasClaim(Type, Scopes.Admin) || user.HasClaim(Type, IngestOf + source);
    }

    /// <summary>A user of these scopes.</summary>
    public static ClaimsPrincipal User(string scheme, string name, IEnumerable<string> scopes) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name), .. scopes.Select(scope => new Claim(Type, scope))], scheme));

    [GeneratedRegex("^ingest:[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex OfOneSource();
}
