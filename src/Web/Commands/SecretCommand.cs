using System.CommandLine;
using System.Globalization;
using Listening.Access;
using Listening.Web.Secrets;

namespace Listening.Web.Commands;

/// <summary><c>listening secret set|list|remove</c>.</summary>
public static class SecretCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider time) =>
        new("secret", "Secrets that settings refer to as secret:NAME; encrypted, and never shown again.") { Set(time), List(time), Remove(time) };

    private static Command Set(TimeProvider time)
    {
        var name = Name();
        var file = new Option<string?>("--file") { Description = "Takes it from this file.", HelpName = "FILE" };
        var variable = new Option<string?>("--environment") { Description = "Takes it from this environment variable.", HelpName = "VARIABLE" };
        var data = CommonOptions.Data();
        var command = new Command("set", "Keeps a secret: from standard input, a file or the environment, never from an argument.") { name, file, variable, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var wanted = parsed.GetValue(name)!;
            if (SecretRules.Fault(wanted, "any") is { } misnamed) return await FailAsync(error, misnamed);
            var value = await SecretInput.ReadAsync(wanted, parsed.GetValue(file), parsed.GetValue(variable), error, cancellationToken);
            if (SecretRules.Fault(wanted, value) is { } fault) return await FailAsync(error, fault);
            await using var door = await SecretDoor.OpenAsync(DataDirectory.Open(parsed.GetValue(data)!), time, cancellationToken);
            await door.Secrets.SetAsync(wanted, value, Actor.Terminal, cancellationToken);
            await output.WriteLineAsync($"Kept. Settings refer to it as secret:{wanted}");
            return 0;
        });
        return command;
    }

    private static Command List(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "Lists which secrets are kept, and since when.") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var door = await SecretDoor.OpenAsync(DataDirectory.Open(parsed.GetValue(data)!), time, cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync("name\tset");
            foreach (var secret in await door.Secrets.ListAsync(cancellationToken))
                await output.WriteLineAsync($"{secret.Name}\t{secret.Set.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}");
            return 0;
        });
        return command;
    }

    private static Command Remove(TimeProvider time)
    {
        var name = Name();
        var data = CommonOptions.Data();
        var command = new Command("remove", "Forgets a secret.") { name, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var door = await SecretDoor.OpenAsync(DataDirectory.Open(parsed.GetValue(data)!), time, cancellationToken);
            var wanted = parsed.GetValue(name)!;
            if (!await door.Secrets.RemoveAsync(wanted, Actor.Terminal, cancellationToken)) return await FailAsync(parsed.InvocationConfiguration.Error, $"There is no secret '{wanted}'.");
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Forgotten: {wanted}.");
            return 0;
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "How settings refer to it: secret:NAME." };

    private static async Task<int> FailAsync(TextWriter error, string reason)
    {
        await error.WriteLineAsync(reason);
        return 1;
    }
}
