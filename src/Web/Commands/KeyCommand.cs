using System.CommandLine;
using System.Globalization;
using Listening.Access;
using Listening.Web.Security;

namespace Listening.Web.Commands;

/// <summary><c>listening key add|list|revoke</c>.</summary>
public static class KeyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider time) => new("key", "API keys of programs.") { Add(time), List(time), Revoke(time) };

    private static Command Add(TimeProvider time)
    {
        var name = new Argument<string>("NAME") { Description = "What the key is for." };
        var scope = new Option<string>("--scope")
        {
            Description = $"What it may do, separated by commas: {string.Join(", ", ScopeClaims.All)}, ingest:SOURCE.",
            HelpName = "SCOPE,…",
            Required = true,
        };
        var data = CommonOptions.Data();
        var command = new Command("add", "Makes a key and prints it, once, to standard output.") { name, scope, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var wanted = parsed.GetValue(name)!;
            var scopes = parsed.GetValue(scope)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (KeyRules.Fault(wanted, scopes) is { } fault) return await FailAsync(error, fault);
            await using var door = await Door.OpenAsync(DataDirectory.Open(parsed.GetValue(data)!), time, cancellationToken);
            try
            {
                var made = await door.Keys.AddAsync(wanted, scopes, Actor.Terminal, cancellationToken);
                await output.WriteLineAsync(made.Secret);
                await error.WriteLineAsync($"Key {made.Key.Id} for {made.Key.Name}. It is shown only now: keep it where '{made.Key.Name}' finds it.");
                return 0;
            }
            catch (ApiKeyNameTakenException taken)
            {
                return await FailAsync(error, taken.Message);
            }
        });
        return command;
    }

    private static Command List(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "Lists all keys without their secrets.") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var door = await Door.OpenAsync(DataDirectory.Open(parsed.GetValue(data)!), time, cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync("id\tname\tscopes\tcreated\tlast used\trevoked");
            foreach (var key in await door.Keys.ListAsync(cancellationToken))
                await output.WriteLineAsync(string.Join('\t', key.Id, key.Name, string.Join(',', key.Scopes), At(key.Created), At(key.LastUsed), At(key.Revoked)));
            return 0;
        });
        return command;
    }

    private static Command Revoke(TimeProvider time)
    {
        var name = new Argument<string>("NAME") { Description = "The key's name or id." };
        var data = CommonOptions.Data();
        var command = new Command("revoke", "Ends a key; it counts within 5 s.") { name, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var door = await Door.OpenAsync(DataDirectory.Open(parsed.GetValue(data)!), time, cancellationToken);
            var wanted = parsed.GetValue(name)!;
            if (!await door.Keys.RevokeAsync(wanted, Actor.Terminal, cancellationToken)) return await FailAsync(parsed.InvocationConfiguration.Error, $"There is no good key '{wanted}'.");
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Revoked {wanted}.");
            return 0;
        });
        return command;
    }

    private static string At(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "-";

    private static async Task<int> FailAsync(TextWriter error, string reason)
    {
        await error.WriteLineAsync(reason);
        return 1;
    }
}
