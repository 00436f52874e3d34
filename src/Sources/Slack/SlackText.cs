using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Sources.Html;
using Listening.Sources.Json;

namespace Listening.Sources.Slack;

/// <summary>Slack's mrkdwn as a person reads it (docs.slack.dev/messaging/formatting-message-text): references by name, addresses behind their labels, no marks.</summary>
internal sealed partial class SlackText(Func<string, string?> handle)
{
    /// <summary>People whom a text mentions, by id.</summary>
    public static IEnumerable<string> Mentioned(string mrkdwn) => Person().Matches(mrkdwn).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>The text of a message; of one that has none, that of its blocks.</summary>
    public static string Of(JsonElement message)
    {
        if (message.Text("text") is { } text) return text;
        var written = new StringBuilder();
        foreach (var block in message.List("blocks")) Write(block, written, 0);
        return written.ToString();
    }

    /// <summary>As plain text.</summary>
    public string Plain(string mrkdwn)
    {
        var (plain, from) = (new StringBuilder(), 0);
        foreach (Match reference in Reference().Matches(mrkdwn))
        {
            plain.Append(Unmarked(mrkdwn[from..reference.Index])).Append(Unescaped(Shown(reference.Groups[1].Value, reference.Groups[2].Success ? reference.Groups[2].Value : null)));
            from = reference.Index + reference.Length;
        }

        return PlainText.Tidy(plain.Append(Unmarked(mrkdwn[from..])).ToString());
    }

    private string Shown(string target, string? label) => target[0] switch
    {
        '@' => $"@{handle(target[1..]) ?? label ?? target[1..]}",
        '#' => $"#{label ?? target[1..]}",
        '!' when target.StartsWith("!date^", StringComparison.Ordinal) => label ?? "",
        '!' when target.StartsWith("!subteam^", StringComparison.Ordinal) => label ?? "@group",
        '!' => $"@{label?.TrimStart('@') ?? target[1..]}",
        _ when label is null || label == target || target == $"mailto:{label}" => target.StartsWith("mailto:", StringComparison.Ordinal) ? target["mailto:".Length..] : target,
        _ => $"{label} ({target})",
    };

    private static string Unmarked(string text) => Unescaped(Mark().Replace(Code().Replace(Block().Replace(text, "$1"), "$1"), "$2"));

    private static string Unescaped(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    // Blocks nest: sections, lists and quotes have elements, and these have texts, people, channels, links and emoji.
    private static void Write(JsonElement part, StringBuilder text, int depth)
    {
        if (depth > 8) return;
        var type = part.Text("type");
        var said = part.Field("text");
        if (said.IsObject()) Write(said, text, depth + 1);
        else if (said.ValueKind == JsonValueKind.String && type != "link") text.Append(type is "mrkdwn" ? said.GetString() : Escaped(said.GetString()!));
        text.Append(type switch
        {
            "user" => $"<@{part.Text("user_id")}>",
            "channel" => $"<#{part.Text("channel_id")}>",
            "broadcast" => $"<!{part.Text("range")}>",
            "emoji" => $":{part.Text("name")}:",
            "link" => part.Text("text") is { } label ? $"<{part.Text("url")}|{Escaped(label)}>" : $"<{part.Text("url")}>",
            _ => "",
        });
        foreach (var element in part.List("elements").Concat(part.List("fields"))) Write(element, text, depth + 1);
        if (type is "rich_text_section" or "rich_text_quote" or "rich_text_preformatted" or "section" or "header" or "context") text.Append('\n');
    }

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex("""<([@#!]?[^<>|\n]{1,3000})(?:\|([^<>\n]{0,3000}))?>""")]
    private static partial Regex Reference();

    [GeneratedRegex("""<@([UW][A-Z0-9]{1,30})(?:\|[^<>\n]{0,200})?>""")]
    private static partial Regex Person();

    [GeneratedRegex("""```([^`]{1,20000})```""")]
    private static partial Regex Block();

    [GeneratedRegex("""`([^`\n]{1,2000})`""")]
    private static partial Regex Code();

    [GeneratedRegex("""(?<![\w*_~/])([*_~])(?=\S)([^*_~\n]{1,2000})(?<=\S)\1(?!\w)""")]
    private static partial Regex Mark();
}
