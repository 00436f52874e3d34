using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Listening.Tests.Sceptic;

/// <summary>The threads file, read by a dozen lines of RFC 4180 that share nothing with the product.</summary>
public static partial class TwcsFile
{
    public static IReadOnlyList<Said> Read(string path)
    {
        var rows = Rows(File.ReadAllText(path)).ToList();
        var column = rows[0].Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at);
        return [.. rows.Skip(1).Select(row => new Said
        {
            Id = row[column["tweet_id"]],
            Author = row[column["author_id"]],
            Company = row[column["inbound"]] == "False",
            At = DateTimeOffset.ParseExact(row[column["created_at"]], "ddd MMM dd HH:mm:ss zzz yyyy", CultureInfo.InvariantCulture).ToUniversalTime(),
            Text = WebUtility.HtmlDecode(row[column["text"]]),
            Parent = row[column["in_response_to_tweet_id"]] is { Length: > 0 } parent ? parent : null,
            Mentions = MentionsIn(row[column["text"]]),
        })];
    }

    /// <summary>Handles after an <c>@</c> that stands at the start or after something that is no letter, digit or underscore.</summary>
    public static IReadOnlyList<string> MentionsIn(string text) =>
        [.. Mention().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static IEnumerable<string[]> Rows(string csv)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"') { field.Append(csv[++i]); continue; }
            if (c == '"') { quoted = !quoted; continue; }
            if (quoted || c is not (',' or '\n' or '\r')) { field.Append(c); continue; }
            if (c == '\r') continue;
            row.Add(field.ToString());
            field.Clear();
            if (c == ',') continue;
            yield return [.. row];
            row.Clear();
        }
        if (field.Length == 0 && row.Count == 0) yield break;
        yield return [.. row, field.ToString()];
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_])@([A-Za-z0-9_]+)")]
    private static partial Regex Mention();
}
