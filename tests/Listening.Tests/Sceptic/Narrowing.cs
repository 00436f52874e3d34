namespace Listening.Tests.Sceptic;

/// <summary>A filter in the product's search language, and what the sceptic understands by it.</summary>
public sealed record Narrowing(string? Filter, Func<Said, bool> Keeps)
{
    public static IReadOnlyList<Narrowing> All { get; } =
    [
        new(null, _ => true),
        new("source:twitter", _ => true),
        new("source:mastodon", _ => false),
        new("author:115911", post => post.Author == "115911"),
        new("NOT author:115911", post => post.Author != "115911"),
        new("help", post => Has(post, "help")),
        new("NOT help", post => !Has(post, "help")),
        new("flight OR phone", post => Has(post, "flight") || Has(post, "phone")),
        new("my NOT flight", post => Has(post, "my") && !Has(post, "flight")),
        new("\"customer service\"", post => Words(post).Zip(Words(post).Skip(1)).Any(pair => pair is ("customer", "service"))),
    ];

    private static bool Has(Said post, string word) => Words(post).Contains(word);

    /// <summary>Words of letters and digits in lower case; a deleted post has none.</summary>
    private static IReadOnlyList<string> Words(Said post) => post.DeletedAt is not null ? []
        : [.. new string([.. post.Text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
