using System.Text.Json;

namespace Listening.BrowserTests;

/// <summary>Texts that become script, markup or another reading direction wherever somebody forgets that they are text; each says so by an alert.</summary>
internal static class HostileTexts
{
    /// <summary>Without a slash, so that each may be a source's name.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "<script>alert(1)//",
        "<img src=x onerror=alert(2)>",
        "\"><svg onload=alert(3)>",
        "' onmouseover='alert(4)' autofocus onfocus='alert(4)",
        "javascript:alert(5)",
        "{{constructor.constructor('alert(6)')()}} ${alert(6)} <%= alert(6) %> #{alert(6)}",
        "\u202Egpj.exe<b>alert(7)",
        "--><iframe srcdoc='<script>parent.alert(8)'>",
        "<math><mtext><table><mglyph><style><!--<img title=\"--&gt;&lt;img src=x onerror=alert(9)&gt;\">",
        "]]><details open ontoggle=alert(10)>&lt;script&gt;\u2028\\u003cscript\\u003e",
    ];

    /// <summary>Those with a slash, for what is longer than a name.</summary>
    public static readonly IReadOnlyList<string> Closing =
    [
        "</textarea></title></style></script><script>alert(11)</script>",
        "</p></li></td></table><svg><animate onbegin=alert(12) attributeName=x dur=1s></svg>",
        "<a href=\"javascript:alert(13)\">read</a> <form action=javascript:alert(13)><button autofocus>go</button></form>",
    ];

    /// <summary>All in one.</summary>
    public static string Everything => string.Join(' ', [.. All, .. Closing]);

    /// <summary>One customer's post a text, every field of it hostile, and a competitor's answer to it.</summary>
    public static IEnumerable<string> Posts(DateTimeOffset now) => All.SelectMany((text, index) => new[]
    {
        Post(text, $"{index}/{text}", $"customer {text}", text, $"@acme {text} {Closing[index % Closing.Count]}", null, now.AddMinutes(-50 + index)),
        Post(text, $"answer {index}", "rival", "Rival", $"we are faster: {text}", $"{index}/{text}", now.AddMinutes(-40 + index)),
    });

    /// <summary>The registry: our brand and a competitor of each name, every text of it hostile.</summary>
    public static string Registry => JsonSerializer.Serialize(new
    {
        brands = new[] { Brand("Acme", "own", "*:acme", "acme") }.Concat(All.Select((text, index) => Brand(text, "competitor", index == 0 ? "*:rival" : $"*:{Handle(text)}{index}", $"\"{text.Replace("\"", "", StringComparison.Ordinal)}\""))),
        note = Everything[..Math.Min(Everything.Length, 500)], timeZone = "UTC", weekStart = "monday",
    });

    /// <summary>A layout file whose every text is hostile.</summary>
    public static string Layout => JsonSerializer.Serialize(new
    {
        title = All[1], description = Closing[0], period = "24h",
        tiles = new object[]
        {
            new { id = "a", title = All[2], kind = "number", width = 4, note = Closing[1], metrics = new[] { new { id = "backlog" } }, lines = new[] { new { metric = "backlog", unit = "count", text = All[0] + " {value}" } } },
            new
            {
                id = "b", title = Closing[2], kind = "table", width = 8, metrics = new[] { new { id = "posts", by = "source" } }, rows = new { title = All[3], parameter = "source" },
                columns = new[] { new { title = All[1], metric = "posts", show = "n" } },
            },
        },
    });

    private static string Handle(string text) => string.Concat(text.Where(letter => letter is not '@' && !char.IsWhiteSpace(letter) && !char.IsControl(letter) && letter is not ('\u202E' or '\u2028'))).ToLowerInvariant();

    private static object Brand(string name, string kind, string handle, string watch) => new { name, kind, handles = new[] { handle }, watch = new[] { watch }, exclude = Array.Empty<string>() };

    private static string Post(string source, string id, string handle, string name, string text, string? answers, DateTimeOffset at) => JsonSerializer.Serialize(new
    {
        source, id, author = new { id = handle, handle, name }, text, html = text, postedAt = at, inReplyTo = answers, url = $"javascript:alert('{id.Length}')", lang = source, channel = text,
        tags = new[] { text }, mentions = new[] { "acme", text }, attachments = new[] { new { kind = text, url = "javascript:alert(14)", alt = text } },
    });
}
