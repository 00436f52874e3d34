using System.CommandLine;
using System.Text.Json;
using Listening.Web.Health;
using Listening.Web.Hosting;
using Listening.Web.Json;

namespace Listening.Web.Commands;

/// <summary><c>listening doctor</c>: says how the machine, the data and the running server are, and what to do about it.</summary>
public static class DoctorCommand
{
    /// <summary>Something failed.</summary>
    private const int Trouble = 1;

    /// <summary>The command.</summary>
    public static Command Create(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var urls = new Option<string>("--urls") { Description = "Where a server is to listen.", HelpName = "URL", DefaultValueFactory = _ => ServeOptions.DefaultUrls };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object." };
        var command = new Command("doctor", "Says what is wrong with the machine, the data and the running server; ends with 1 when something is.") { data, urls, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var directory = DataDirectory.Open(parsed.GetValue(data)!);
            var checks = await LookAsync(directory, parsed.GetValue(urls)!, time, cancellationToken);
            var failed = checks.Exists(check => check.Status == "failed");
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                await output.WriteLineAsync(JsonSerializer.Serialize(
                    new HealthView(failed ? "unready" : checks.Exists(check => check.Status == "warning") ? "degraded" : "ready", checks), ApiJson.Options));
            else
                foreach (var check in checks)
                    await output.WriteLineAsync($"{check.Status,-8}{check.Name,-14}{Logging.PlainText.Of(check.Reason)}{(check.Mend is null ? "" : $"\n{"",22}→ {check.Mend}")}");
            return failed ? Trouble : 0;
        });
        return command;
    }

    private static async Task<List<CheckView>> LookAsync(DataDirectory data, string urls, TimeProvider time, CancellationToken cancellationToken)
    {
        using var server = await ServerSocket.FindAsync(data, cancellationToken);
        var checks = MachineChecks.Look(data, urls, serving: server is not null).ToList();
        if (server is null)
        {
            checks.AddRange(await DataChecks.LookAsync(data, time, cancellationToken));
            return checks;
        }

        using var answer = await server.Client.GetAsync(new Uri("readyz", UriKind.Relative), cancellationToken);
        var view = await answer.Content.ReadFromJsonAsync<HealthView>(ApiJson.Options, cancellationToken)
            ?? throw new ServerAnswerException(answer.StatusCode, "The server answered nothing.");
        checks.AddRange((view.Checks ?? []).Where(check => check.Name != "disk").Select(check => check with { Name = $"server:{check.Name}" }));
        return checks;
    }
}
