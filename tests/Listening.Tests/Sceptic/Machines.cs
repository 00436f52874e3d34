using System.Text.RegularExpressions;

namespace Listening.Tests.Sceptic;

/// <summary>
/// Replies that machines wrote, by their wording: the same text without names at least five times within thirty days, each within ten seconds of the
/// post it answers. The rule is the same for us and for competitors, else the figures could not be compared.
/// </summary>
public static partial class Machines
{
    public static IReadOnlyList<Said> Marked(IReadOnlyList<Said> posts, Known known)
    {
        var byId = posts.ToDictionary(post => post.Id);
        var quick = posts.Where(post => known.AccountOf(post) is not null && post.Parent is { } parent && byId.TryGetValue(parent, out var above)
            && post.At >= above.At && post.At - above.At <= TimeSpan.FromSeconds(10)).ToList();
        var machines = quick.Where(post => quick.Any(first => Wording(first) == Wording(post) && first.At <= post.At && post.At - first.At <= TimeSpan.FromDays(30)
            && quick.Count(other => Wording(other) == Wording(post) && other.At >= first.At && other.At - first.At <= TimeSpan.FromDays(30)) >= 5))
            .Select(post => post.Id).ToHashSet();
        return [.. posts.Select(post => machines.Contains(post.Id) ? post with { Bot = true } : post)];
    }

    private static string Wording(Said post) => NoLetters().Replace(Handles().Replace(post.Text, ""), " ").Trim().ToLowerInvariant();

    [GeneratedRegex("@[A-Za-z0-9_]+")]
    private static partial Regex Handles();

    [GeneratedRegex(@"[^\p{L}]+")]
    private static partial Regex NoLetters();
}
