using System.CommandLine;
using System.Text.Json;
using Listening.Web.Json;
using Listening.Web.Sourcing;

namespace Listening.Web.Commands;

/// <summary><c>listening source list|add|test|pause|resume|run|remove</c>, through the server that runs on the data directory.</summary>
public static class SourceCommand
{
    private const string Address = "api/v1/admin/sources";

    /// <summary>The command.</summary>
    public static Command Create() => new("source", "Sources that posts are pulled from.")
    {
        List(), Add(), Test(),
        Act("pause", "Lets a source rest.", (server, source, cancel) => server.PatchAsJsonAsync(Of(source), new SourceBody { Paused = true }, ApiJson.Options, cancel)),
        Act("resume", "Lets a source go on.", (server, source, cancel) => server.PatchAsJsonAsync(Of(source), new SourceBody { Paused = false }, ApiJson.Options, cancel)),
        Act("run", "Pulls a source as soon as there is a hand free.", (server, source, cancel) => server.PostAsync(new Uri($"{Of(source)}/run", UriKind.Relative), null, cancel)),
        Act("remove", "Removes a source with its credentials; its posts stay.", (server, source, cancel) => server.DeleteAsync(Of(source), cancel)),
    };

    private static Command List()
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "Lists the sources and how each does.") { data };
        command.SetAction((parsed, cancellationToken) => WithServerAsync(parsed, data, async server =>
        {
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync("name\tkind\tstatus\taccepted\treason");
            foreach (var source in await SourcesAsync(server, cancellationToken))
            {
                var state = source.GetProperty("state");
                await output.WriteLineAsync($"{Text(source, "name")}\t{Text(source, "kind")}\t{Text(state, "status")}\t{state.GetProperty("accepted")}\t{Text(state, "reason")}");
            }

            return 0;
        }, cancellationToken));
        return command;
    }

    private static Command Add()
    {
        var (name, kind, set, every, data) = (Name(), Kind(true), Set(), new Option<double?>("--every") { Description = "Seconds between two pulls.", HelpName = "SECONDS" }, CommonOptions.Data());
        var command = new Command("add", "Sets up a source, which is then pulled at once.") { name, kind, set, every, data };
        command.SetAction((parsed, cancellationToken) => WithServerAsync(parsed, data, async server =>
        {
            var body = new SourceBody { Name = parsed.GetValue(name), Kind = parsed.GetValue(kind), Every = parsed.GetValue(every), Settings = Settings(parsed.GetValue(set)) };
            using var answer = await server.PostAsJsonAsync(new Uri(Address, UriKind.Relative), body, ApiJson.Options, cancellationToken);
            await answer.EnsureGrantedAsync(cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Added: {parsed.GetValue(name)}.");
            return 0;
        }, cancellationToken));
        return command;
    }

    private static Command Test()
    {
        var name = new Argument<string?>("NAME") { Description = "A source that is set up.", Arity = ArgumentArity.ZeroOrOne };
        var (kind, set, pages, json, data) = (Kind(false), Set(), new Option<int>("--pages") { Description = "How many pages are read.", DefaultValueFactory = _ => 1 },
            new Option<bool>("--json") { Description = "One post a line, in the wire form." }, CommonOptions.Data());
        var command = new Command("test", "Tries a source and shows the posts it would take; changes nothing.") { name, kind, set, pages, json, data };
        command.SetAction((parsed, cancellationToken) => WithServerAsync(parsed, data, async server =>
        {
            var source = parsed.GetValue(name) is { } wanted ? await FindAsync(server, wanted, cancellationToken) : (JsonElement?)null;
            var settings = parsed.GetValue(set) is { Length: > 0 } given ? Settings(given) : null;
            var body = new SourceTestBody { Id = source?.GetProperty("id").GetGuid(), Kind = parsed.GetValue(kind), Settings = settings, Pages = parsed.GetValue(pages) };
            using var answer = await server.PostAsJsonAsync(new Uri($"{Address}/test", UriKind.Relative), body, ApiJson.Options, cancellationToken);
            var trial = await answer.ReadAsync<TrialView>(cancellationToken);
            foreach (var post in trial.Posts) await parsed.InvocationConfiguration.Output.WriteLineAsync(parsed.GetValue(json) ? post.GetRawText() : Line(post));
            if (trial.Failure is not { } failure) return 0;
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{failure.Kind}: {failure.Reason}");
            return 1;
        }, cancellationToken));
        return command;
    }

    private static Command Act(string word, string description, Func<HttpClient, JsonElement, CancellationToken, Task<HttpResponseMessage>> act)
    {
        var (name, data) = (Name(), CommonOptions.Data());
        var command = new Command(word, description) { name, data };
        command.SetAction((parsed, cancellationToken) => WithServerAsync(parsed, data, async server =>
        {
            using var answer = await act(server, await FindAsync(server, parsed.GetValue(name)!, cancellationToken), cancellationToken);
            await answer.EnsureGrantedAsync(cancellationToken);
            return 0;
        }, cancellationToken));
        return command;
    }

    private static async Task<int> WithServerAsync(ParseResult parsed, Option<string> data, Func<HttpClient, Task<int>> act, CancellationToken cancellationToken)
    {
        using var server = await ServerSocket.FindAsync(DataDirectory.Open(parsed.GetValue(data)!), cancellationToken);
        if (server is not null) return await act(server.Client);
        await parsed.InvocationConfiguration.Error.WriteLineAsync("No server runs on this data directory. Start it: listening serve");
        return 1;
    }

    private static async Task<IReadOnlyList<JsonElement>> SourcesAsync(HttpClient server, CancellationToken cancellationToken)
    {
        using var answer = await server.GetAsync(new Uri(Address, UriKind.Relative), cancellationToken);
        return (await answer.ReadAsync<SourceItems<JsonElement>>(cancellationToken)).Items;
    }

    private static async Task<JsonElement> FindAsync(HttpClient server, string name, CancellationToken cancellationToken)
    {
        foreach (var source in await SourcesAsync(server, cancellationToken))
        {
            if (Text(source, "name") == name) return source;
        }

        throw new ServerAnswerException(System.Net.HttpStatusCode.NotFound, $"There is no source '{name}'.");
    }

    private static Dictionary<string, JsonElement> Settings(string[]? set) => (set ?? [])
        .Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).GroupBy(pair => pair[0])
        .ToDictionary(group => group.Key, group => JsonSerializer.SerializeToElement(string.Join('\n', group.Select(pair => pair[1]))));

    private static string Line(JsonElement post) => $"{Text(post, "postedAt")}\t{Text(post.GetProperty("author"), "handle")}\t{Text(post, "text").ReplaceLineEndings(" ")}";

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static Uri Of(JsonElement source) => new($"{Address}/{Text(source, "id")}", UriKind.Relative);

    private static Argument<string> Name() => new("NAME") { Description = "The source's name." };

    private static Option<string?> Kind(bool required) => new("--kind") { Description = "Its connector.", HelpName = "KIND", Required = required };

    private static Option<string[]> Set() => new("--set")
    {
        Description = "A setting; again for more, or for further values of a list. A credential as secret:NAME (listening secret set NAME).", HelpName = "KEY=VALUE",
        Validators = { result => { if (result.Tokens.Any(token => !token.Value.Contains('=', StringComparison.Ordinal))) result.AddError("A setting is KEY=VALUE."); } },
    };
}
