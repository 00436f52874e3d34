using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Listening.BrowserTests;

/// <summary>Sources in every state at once, which no real ones are: what the page asks of <c>/api/v1/admin/sources</c> is answered from here.</summary>
internal sealed class ScriptedSources
{
    private readonly Dictionary<string, JsonObject> sources = [];
    private readonly List<string> asked = [];
    private int made;

    /// <summary>Every change that was asked for, as <c>METHOD path body</c>.</summary>
    public IReadOnlyList<string> Asked => asked;

    /// <summary>What a test of a source answers.</summary>
    public JsonObject Trial { get; set; } = new() { ["posts"] = new JsonArray(), ["failure"] = null };

    /// <summary>Every answer is a failure of this status; 0 for none.</summary>
    public int Broken { get; set; }

    /// <summary>Takes the page's requests from now on.</summary>
    public async Task AnswerAsync(IPage page)
    {
        await page.RouteAsync("**/api/v1/admin/sources**", AnswerAsync);
        await page.RouteAsync("**/api/v1/admin/setup/sources", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Suggested }));
    }

    /// <summary>A source in this state.</summary>
    public void Add(string name, string status, string? reason = null, JsonArray? gaps = null, JsonObject? settings = null)
    {
        var id = $"00000000-0000-0000-0000-{++made:D12}";
        sources[id] = new JsonObject
        {
            ["id"] = id, ["name"] = name, ["kind"] = "talk", ["audience"] = "public", ["every"] = 300, ["paused"] = status == "paused", ["settings"] = settings ?? [],
            ["state"] = new JsonObject
            {
                ["status"] = status, ["tried"] = null, ["succeeded"] = null, ["nextTry"] = "2030-01-01T00:00:00.000Z", ["reason"] = reason, ["failures"] = reason is null ? 0 : 3, ["lag"] = 12.0,
                ["newest"] = null, ["accepted"] = 1204, ["duplicates"] = 34, ["rejected"] = 2, ["budget"] = new JsonObject { ["limit"] = 300, ["remaining"] = 290, ["resets"] = null, ["told"] = true },
            },
            ["gaps"] = gaps ?? [],
        };
    }

    private const string Suggested = """
        {"items":[{"kind":"plain","name":"Mine: Plain","settings":{},"ready":true},{"kind":"talk","name":"Mine: Talk","settings":{},"ready":false},{"kind":"dear","name":"Mine: Dear","settings":{},"ready":false}]}
        """;

    private static JsonObject Kinds => JsonNode.Parse("""
        {"items":[
          {"kind":"talk","title":"Talk","summary":"Posts of a talk.","account":"free","audience":"public","sees":{"replies":true,"edits":false,"deletions":true,"reach":false},"cannotSee":["edits","reach"],"every":300,"shortest":60,
           "settings":[{"name":"host","title":"Host","kind":"text","required":true,"default":null,"hint":"talk.example","choices":[]},{"name":"token","title":"Token","kind":"secret","required":true,"default":null,"hint":null,"choices":[]}]},
          {"kind":"plain","title":"Plain","summary":null,"account":"none","audience":"public","sees":{"replies":false,"edits":false,"deletions":false,"reach":false},"cannotSee":["replies","edits","deletions","reach"],"every":300,"shortest":60,"settings":[]},
          {"kind":"dear","title":"Dear","summary":null,"account":"paid","audience":"internal","sees":{"replies":true,"edits":true,"deletions":true,"reach":true},"cannotSee":[],"every":300,"shortest":60,"settings":[]}]}
        """)!.AsObject();

    private async Task AnswerAsync(IRoute route)
    {
        var request = route.Request;
        var path = new Uri(request.Url).AbsolutePath.Split("/admin/sources", 2)[1].Trim('/');
        if (request.Method != "GET") asked.Add($"{request.Method} {path} {request.PostData}".Trim());
        var (status, body) = Broken > 0 ? (Broken, new JsonObject { ["detail"] = "It is broken." }) : Answer(request.Method, path, request.PostData is { } text ? JsonNode.Parse(text)!.AsObject() : []);
        await route.FulfillAsync(new() { Status = status, ContentType = status >= 400 ? "application/problem+json" : "application/json", Body = body?.ToJsonString(JsonSerializerOptions.Web) ?? "" });
    }

    private (int Status, JsonObject? Body) Answer(string method, string path, JsonObject body) => (method, path.Split('/')) switch
    {
        ("GET", ["kinds"]) => (200, Kinds),
        ("GET", _) => (200, new JsonObject { ["items"] = new JsonArray([.. sources.Values.Select(source => source.DeepClone())]) }),
        ("POST", ["test"]) => (200, Trial),
        ("POST", [_, "run"]) => (202, []),
        ("POST", _) when body["settings"]?["host"]?.GetValue<string>() == "wrong" => (400, new JsonObject { ["title"] = "no", ["errors"] = new JsonObject { ["settings.host"] = new JsonArray("is no host") } }),
        ("POST", _) => (201, Changed(New(body["name"]!.GetValue<string>()), body)),
        ("PATCH", [var id]) => (200, Changed(sources[id], body)),
        ("DELETE", [var id]) => (sources.Remove(id) ? 204 : 404, null),
        _ => (404, new JsonObject { ["detail"] = "There is nothing here." }),
    };

    private JsonObject New(string name)
    {
        Add(name, "new");
        return sources.Values.Last();
    }

    // As the real ones: of a secret nothing comes back but that it is kept.
    private static JsonObject Changed(JsonObject source, JsonObject body)
    {
        foreach (var name in (string[])["name", "every"])
            if (body[name] is { } value) source[name] = value.DeepClone();
        if (body["paused"] is { } paused)
        {
            source["paused"] = paused.DeepClone();
            source["state"]!["status"] = paused.GetValue<bool>() ? "paused" : "healthy";
        }

        foreach (var (name, value) in body["settings"]?.AsObject() ?? [])
            source["settings"]![name] = name == "token" ? new JsonObject { ["kept"] = true } : value?.DeepClone();
        return source.DeepClone().AsObject();
    }
}
