using System.Text.RegularExpressions;
using Listening.Sources.Html;

namespace Listening.Sources.Chats;

/// <summary>Takes the marks out of chats' Markdown: what a person reads stays, and addresses stand behind their labels.</summary>
internal static partial class Markdown
{
    /// <summary>As plain text.</summary>
    public static string Plain(string markdown)
    {
        var text = Link().Replace(markdown, match => match.Groups["label"].Value == match.Groups["address"].Value || match.Groups["label"].Length == 0
            ? match.Groups["address"].Value
            : $"{match.Groups["label"].Value} ({match.Groups["address"].Value})");
        return PlainText.Tidy(Strong().Replace(LineMark().Replace(text, ""), "$2"));
    }

    [GeneratedRegex("""!?\[(?<label>[^\]\n]{0,400})\]\((?<address>https?://[^\s()]{1,2000})(?:[ \t]"[^"\n]{0,200}")?\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("""(\*\*|__|~~)(?=\S)([^*_~\n]{1,2000}?)(?<=\S)\1""")]
    private static partial Regex Strong();

    [GeneratedRegex("""^[ \t]*(?:\x23{1,6}[ \t]+|>[ \t]?|```\w*[ \t]*$)""", RegexOptions.Multiline)]
    private static partial Regex LineMark();
}
