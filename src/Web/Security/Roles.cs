using Listening.Access;

namespace Listening.Web.Security;

/// <summary>
/// What each role may do, in scopes: the one place where that is said.
/// <list type="table">
/// <item><term>executive</term><description>reads everything, internal posts too; changes nothing</description></item>
/// <item><term>agent</term><description>reads public posts, works on cases, answers in public</description></item>
/// <item><term>supervisor</term><description>an agent who reads internal posts too, approves answers of agents and asks in SQL</description></item>
/// <item><term>admin</term><description>everything, and the settings: people, keys, brands, the audit log</description></item>
/// </list>
/// </summary>
public static class Roles
{
    /// <summary>The scopes of a role.</summary>
    public static IReadOnlyList<string> ScopesOf(Role role) => role switch
    {
        Role.Executive => [Scopes.Read, Scopes.ReadInternal],
        Role.Agent => [Scopes.Read, Scopes.Triage, Scopes.Reply],
        Role.Supervisor => [Scopes.Read, Scopes.ReadInternal, Scopes.Triage, Scopes.Reply, Scopes.Approve, Scopes.Sql],
        Role.Admin => [Scopes.Admin],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };

    /// <summary>Which roles have a scope.</summary>
    public static IEnumerable<Role> With(string scope) => Enum.GetValues<Role>().Where(role => ScopesOf(role) is var scopes && (scopes.Contains(scope) || scopes.Contains(Scopes.Admin)));

    /// <summary>Reads a role's name; null when there is none of it.</summary>
    public static Role? Read(string? name)
    {
        foreach (var role in Enum.GetValues<Role>())
            if (string.Equals(role.ToString(), name, StringComparison.OrdinalIgnoreCase)) return role;
        return null;
    }

    /// <summary>Every role's name as people write it, for a sentence.</summary>
    public static string Names => string.Join(", ", Enum.GetValues<Role>().Select(NameOf));

    /// <summary>A role's name as people write it.</summary>
    public static string NameOf(Role role) => role.ToString().ToLowerInvariant();
}
