namespace Listening.Desk.Cases.Searching;

/// <summary>Text that LIKE takes as it stands, with <c>\</c> as the escape.</summary>
internal static class LikePattern
{
    /// <summary>What begins with <paramref name="text"/>.</summary>
    public static string Beginning(string text) => $"{Exactly(text)}%";

    /// <summary>What is <paramref name="text"/>.</summary>
    public static string Exactly(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
