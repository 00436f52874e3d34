using System.Text.RegularExpressions;

namespace Listening.Web.Security;

/// <summary>What a key may be called and given.</summary>
internal static partial class KeyRules
{
    /// <summary>What is wrong with it, in a sentence; null when nothing is.</summary>
    public static string? Fault(string? name, IReadOnlyList<string>? scopes)
    {
        if (name is null || !Name().IsMatch(name)) return "A key's name is 1 to 100 letters, digits, spaces, dots, dashes and underscores, and begins with a letter or digit.";
        if (scopes is not { Count: > 0 }) return $"A key needs at least one scope: {string.Join(", ", ScopeClaims.All)} or ingest:SOURCE.";
        var unknown = scopes.FirstOrDefault(scope => !ScopeClaims.IsScope(scope));
        return unknown is null ? null : $"There is no scope '{unknown}': choose among {string.Join(", ", ScopeClaims.All)} and ingest:SOURCE.";
    }

    [GeneratedRegex("^[\\p{L}\\p{Nd}][\\p{L}\\p{Nd} ._-]{0,99}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
