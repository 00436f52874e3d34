using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Listening.Tests.Store;
using Listening.Web.Hosting;
using Listening.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>
/// Every field of every request that the server's own description tells of, null in turn while the others have a value of their kind: the sender's mistake, never ours.
/// </summary>
public sealed partial class NullsInRequestsTests(EngineFixture engine) : IAsyncLifetime
{
    private readonly TemporaryDirectory directory = new();
    private OpenStore store = null!;
    private WebApplication app = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await OpenStore.NewAsync(engine);
        app = await ListeningServer.BuildAsync(new ServeOptions("http://127.0.0.1:0", directory.File("data"), Demo: false), TimeProvider.System, _ => Task.FromResult(store.Room), Cancelled);
        await app.StartAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await store.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task None_breaks_an_endpoint()
    {
        var address = ServerAddress.Of(app.Services.GetRequiredService<IServer>());
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        using (var proven = new HttpRequestMessage())
        {
            await new MatrixCallers(app, address.Port).ProveAsync(proven, CallerKind.Admin, Scopes.Admin);
            foreach (var header in proven.Headers) client.DefaultRequestHeaders.Add(header.Key, header.Value);
        }

        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancelled);
        var (broken, asked) = (new List<string>(), 0);
        foreach (var (method, path, schema) in Bodies(document))
            foreach (var body in Nulls(document, schema))
            {
                using var request = new HttpRequestMessage(new(method), Parameter().Replace(path, "00000000-0000-0000-0000-000000000000"));
                request.Content = new StringContent(body, null, "application/json");
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
                if ((int)answer.StatusCode >= 500) broken.Add($"{method} {path} {body}: {(int)answer.StatusCode}");
                asked++;
            }

        Assert.Empty(broken);
        Assert.True(asked > 60, $"{asked} bodies were sent");
    }

    private static IEnumerable<(string Method, string Path, JsonElement Schema)> Bodies(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where method.Value.TryGetProperty("requestBody", out _)
        from content in method.Value.GetProperty("requestBody").GetProperty("content").EnumerateObject()
        where content.Name == "application/json" && content.Value.TryGetProperty("schema", out _)
        select (method.Name.ToUpperInvariant(), path.Name, content.Value.GetProperty("schema"));

    /// <summary>The whole body with one field null, with a null in one list, and with one field left out.</summary>
    private static IEnumerable<string> Nulls(JsonElement document, JsonElement schema)
    {
        if (Sample(document, schema, 0) is not JsonObject whole) yield break;
        foreach (var (name, value) in whole)
        {
            yield return With(whole, name, null);
            if (value is JsonArray) yield return With(whole, name, new JsonArray([null]));
            if (value is JsonArray { Count: > 0 } list && list[0] is JsonObject item)
                foreach (var (inner, _) in item) yield return With(whole, name, new JsonArray(JsonNode.Parse(With(item, inner, null))));
            if (value is JsonObject nested)
                foreach (var (inner, _) in nested) yield return With(whole, name, JsonNode.Parse(With(nested, inner, null)));
            var without = whole.DeepClone().AsObject();
            without.Remove(name);
            yield return without.ToJsonString();
        }
    }

    private static string With(JsonObject whole, string name, JsonNode? value)
    {
        var changed = whole.DeepClone().AsObject();
        changed[name] = value;
        return changed.ToJsonString();
    }

    private static JsonNode? Sample(JsonElement document, JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Sample(document, document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]), depth);
        foreach (var choice in (string[])["oneOf", "anyOf", "allOf"])
            if (schema.TryGetProperty(choice, out var choices)) return Sample(document, choices.EnumerateArray().Last(), depth);
        if (schema.TryGetProperty("enum", out var values)) return JsonNode.Parse(values[0].GetRawText());
        return Kind(schema) switch
        {
            "object" => new JsonObject(depth > 3 || !schema.TryGetProperty("properties", out var properties)
                ? []
                : properties.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, Sample(document, property.Value, depth + 1)))),
            "array" => schema.TryGetProperty("items", out var items) ? new JsonArray(Sample(document, items, depth + 1)) : new JsonArray(),
            "boolean" => true,
            "integer" or "number" => 1,
            _ => schema.TryGetProperty("format", out var format) && format.GetString() == "date-time" ? "2026-01-05T09:12:44.120Z" : "acme",
        };
    }

    private static string Kind(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? "string"
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!).FirstOrDefault(one => one is not ("null" or "string")) ?? "string" : type.GetString()!;

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
