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
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                await output.WriteLineAsync(JsonSerializer.Serialize(HealthView.Of(checks), ApiJson.Options));
            else
                foreach (var check in checks)
                    await output.WriteLineAsync($"{check.Status,-8}{check.Name,-14}{Logging.PlainText.Of(check.Reason)}{(check.Mend is null ? "" : $"\n{"",22}→ {check.Mend}")}");
            return checks.Exists(check => check.Status == "failed") ? Trouble : 0;
        });
        return command;
    }

    private static async Task<List<CheckView>> LookAsync(DataDirectory data, string urls, TimeProvider time, CancellationToken cancellationToken)
    {
        using var server = await ServerSocket.FindAsync(data, cancellationToken);
        var checks = MachineChecks.Look(data, urls, serving: server is not null).ToList();
        if (server is null)
        {
            checks.AddRange(await DataChecks.LookAsync(data, urls, time, cancellationToken));
            return checks;
        }

        using var answer = await server.Client.GetAsync(new Uri("api/v1/admin/doctor", UriKind.Relative), cancellationToken);
        var view = await answer.ReadAsync<HealthView>(cancellationToken);
        checks.AddRange((view.Checks ?? []).Where(check => check.Name != "server:disk"));
        return checks;
    }
}
