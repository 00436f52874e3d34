using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>
/// One channel as Slack's documentation says: history newest first and without answers, replies oldest first with the thread's first message on every page, <c>oldest</c> exclusive,
/// and the next page behind a token.
/// </summary>
internal sealed class SlackRoom
{
    private readonly List<Said> said = [];

    /// <summary>The newest message of the channel itself.</summary>
    public string? Newest => said.LastOrDefault(message => message.Thread is null)?.Ts;

    public IReadOnlyList<string> Texts => [.. said.Select(message => message.Text)];

    public void Say(string ts, string text, string? thread = null) => said.Add(new(ts, text, thread, null));

    public void Edit(string ts, string text, string edited)
    {
        var at = said.FindIndex(message => message.Ts == ts);
        said[at] = said[at] with { Text = text, Edited = edited };
    }

    public void Remove(string ts) => said.RemoveAll(message => message.Ts == ts);

    public StubAnswer Answer(HttpRequest request)
    {
        var query = request.Query;
        if (request.Path.Value!.EndsWith("users.info", StringComparison.Ordinal)) return Json(new { ok = true, user = new { id = query["user"].ToString(), name = "ana", profile = new { display_name = "Ana" } } });
        if (query["channel"] != SlackStub.Channel) return Json(new { ok = false, error = "channel_not_found" });
        var limit = int.Parse(query["limit"].ToString(), CultureInfo.InvariantCulture);
        var (oldest, latest, inclusive) = (query["oldest"].ToString(), query["latest"].FirstOrDefault() ?? "9999999999.999999", query["inclusive"] == "true");
        bool Within(string ts) => inclusive ? string.CompareOrdinal(ts, oldest) >= 0 && string.CompareOrdinal(ts, latest) <= 0 : string.CompareOrdinal(ts, oldest) > 0 && string.CompareOrdinal(ts, latest) < 0;
        return request.Path.Value.EndsWith("conversations.replies", StringComparison.Ordinal) ? Replies(query["ts"].ToString(), query["cursor"].ToString(), limit, Within) : History(query["cursor"].ToString(), limit, Within);
    }

    private StubAnswer History(string cursor, int limit, Func<string, bool> within)
    {
        var all = said.Where(message => message.Thread is null && within(message.Ts)).OrderByDescending(message => message.Ts, StringComparer.Ordinal).Where(message => cursor.Length == 0 || string.CompareOrdinal(message.Ts, cursor) < 0).ToList();
        return Page([.. all.Take(limit)], all.Count > limit);
    }

    private StubAnswer Replies(string thread, string cursor, int limit, Func<string, bool> within)
    {
        if (said.Find(message => message.Ts == thread) is not { } asked) return Json(new { ok = false, error = "thread_not_found" });
        var first = asked.Thread is null ? asked : said.Find(message => message.Ts == asked.Thread)!;
        var all = said.Where(message => message.Thread == first.Ts && within(message.Ts)).OrderBy(message => message.Ts, StringComparer.Ordinal).Where(message => cursor.Length == 0 || string.CompareOrdinal(message.Ts, cursor) > 0).ToList();
        return Page([first, .. all.Take(limit)], all.Count > limit);
    }

    private StubAnswer Page(List<Said> page, bool more) => Json(new
    {
        ok = true,
        messages = page.Select(Message),
        has_more = more,
        response_metadata = new { next_cursor = more ? page[^1].Ts : "" },
    });

    private Dictionary<string, object> Message(Said message)
    {
        var fields = new Dictionary<string, object> { ["type"] = "message", ["user"] = "U1", ["text"] = message.Text, ["ts"] = message.Ts, ["team"] = "T1" };
        if (message.Edited is { } edited) fields["edited"] = new { user = "U1", ts = edited };
        var answers = said.Where(answer => answer.Thread == message.Ts).Select(answer => answer.Ts).ToList();
        if (message.Thread is { } thread) fields["thread_ts"] = thread;
        else if (answers.Count > 0)
        {
            fields["thread_ts"] = message.Ts;
            fields["reply_count"] = answers.Count;
            fields["latest_reply"] = answers.Max(StringComparer.Ordinal)!;
        }

        return fields;
    }

    private static StubAnswer Json(object answer) => new(JsonSerializer.Serialize(answer));

    private sealed record Said(string Ts, string Text, string? Thread, string? Edited);
}
