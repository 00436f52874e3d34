using System.Globalization;
using Listening.Measuring.Searching;

namespace Listening.Tests.Measuring;

/// <summary>Searches that somebody writes who means no good: every field of the language with everything that another language might take for its own.</summary>
internal static class HostileSearches
{
    /// <summary>What has a meaning in SQL, in an index of words, in a pattern or in the language itself; what no text is; what is too much.</summary>
    public static readonly string[] Values =
    [
        "'; DROP TABLE posts; --", "' OR '1'='1", "\\' OR 1=1 #", "') UNION ALL SELECT name FROM system.users --", "x' AND (SELECT 1 FROM people) AND '1'='1", "1); DELETE FROM cases; --",
        "{f0:String}", "{post:UInt128}", "@p0", "$1", ":name", "%", "_", "\\", "\\\\%", "[a-z]", "(?i).*", "(((((", ")))))", "a:b:c", "author:", "::", "\u201c\u201d", "`x`",
        "\0", "x\0'; --", "\u0001\u0002\u001b[2J", "a\r\nb", "\t", "\u202e\u2066x", "\ufeff", "\ufffe\uffff", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "ı İ ſ ß", "a\u0301\u0301\u0301", "\U000e0041", "𝒳",
        "9223372036854775807", "9223372036854775808", "-1", "1e309", "NaN", "0x7f", "00000000000000000001", "99999999999999999999999999", "2147483648", "0", ">", "<=", "=", ">>1", "<-5", ">9223372036854775807",
        "9999-12-31", "0000-00-00", "2026-02-30", "2026-01-01T25:00Z", "<100000d", "<999999999d", "m", "<m", ">2026-01-01", "late",
        "NEAR/5", "NEAR/99999999999", "AND", "OR OR", "NOT NOT", "-", "--", "*", "**", "a*b*", "#", "##", "+", "&&", "||", "<->", "a:* & b", "^", "{signed} : x", "NEAR(a b, 5)",
        new('a', 500), new('*', 300), string.Concat(Enumerable.Repeat("\U0001f4a3", 200)),
    ];

    /// <summary>Every field by its name, with a value that it takes and what it is then.</summary>
    public static IEnumerable<(string Field, string Good, string Means)> Fields(SearchSubject subject) =>
        Both.Concat(subject == SearchSubject.Posts ? OfPosts : OfCases).Select(field => (field.Field, field.Good, field.Means));

    /// <summary>Every field with every value, bare, in quotation marks, compared, and as one among others; and what is hostile by its form alone.</summary>
    public static IEnumerable<string> Of(SearchSubject subject)
    {
        foreach (var field in Fields(subject).Select(field => $"{field.Field}:").Append("").Append("nosuchfield:"))
            foreach (var value in Values)
            {
                yield return $"{field}{value}";
                yield return $"{field}\"{value}\"";
                yield return $"zzz OR ({field}>{value})";
                yield return $"NOT {field}\"{value}";
            }

        yield return new('(', 2000);
        yield return new('(', 2001);
        yield return new string('(', 40) + "a" + new string(')', 40);
        yield return string.Join(' ', Enumerable.Repeat("NOT", 200)) + " a";
        yield return string.Join(" OR ", Enumerable.Range(0, 101).Select(i => string.Create(CultureInfo.InvariantCulture, $"w{i}")));
        yield return string.Join(" NEAR/20 ", Enumerable.Repeat("a", 50));
        yield return "\"";
        yield return "author:";
        yield return "author:\"";
    }

    private static readonly (string Field, string Good, string Means)[] Both =
    [
        ("author", "ana", $"{SearchField.Author}"), ("source", "mastodon", $"{SearchField.Source}"), ("lang", "en", $"{SearchField.Language}"), ("topic", "refund", $"{SearchField.Topic}"),
        ("intent", "complaint", $"{SearchField.Intent}"), ("sentiment", "negative", $"{SearchField.Sentiment}"), ("brand", "acme", $"{SearchField.Brand}"), ("text", "late", ""), ("followers", ">5", ""),
        ("before", "2026-01-01", ""), ("after", "2026-01-01", ""),
    ];

    private static readonly (string Field, string Good, string Means)[] OfPosts =
    [
        ("use", "sharing", $"{SearchField.UseCase}"), ("answer", "link_only", $"{SearchField.AnswerKind}"), ("party", "customer", $"{SearchField.Party}"), ("is", "reply", ""),
    ];

    private static readonly (string Field, string Good, string Means)[] OfCases =
    [
        ("assignee", "me", $"{CaseField.Assignee}"), ("owner", "nobody", $"{CaseField.Assignee}"), ("team", "none", $"{CaseField.Team}"), ("tag", "vip", $"{CaseField.Tag}"), ("state", "open", $"{CaseField.State}"),
        ("view", "mine", $"{CaseField.View}"), ("outcome", "spam", $"{CaseField.Outcome}"), ("has", "note", $"{CaseField.Has}"), ("priority", ">5", $"{CaseNumber.Priority}"), ("episode", "1", $"{CaseNumber.Episode}"),
        ("outbreak", "1", $"{CaseNumber.Outbreak}"), ("due", "late", ""),
    ];
}
