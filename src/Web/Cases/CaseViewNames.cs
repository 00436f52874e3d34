using System.Text.Json;
using Listening.Cases;

namespace Listening.Web.Cases;

/// <summary>The queues' names in addresses and answers.</summary>
internal static class CaseViewNames
{
    private static readonly Dictionary<string, CaseView> Views =
        Enum.GetValues<CaseView>().ToDictionary(view => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{view}"), StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static string All => string.Join(", ", Views.Keys);

    public static string Write(CaseView view) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{view}");

    /// <summary>What needs an answer where nothing is said; null when there is no such queue.</summary>
    public static CaseView? Read(string? name) => string.IsNullOrEmpty(name) ? CaseView.NeedsAnswer : Views.TryGetValue(name, out var view) ? view : null;
}
