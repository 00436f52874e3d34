using System.CommandLine;
using System.Net.Http.Headers;
using Listening.Collecting;
using Listening.Sources.Files;
using Listening.Web.Commands.Importing;

namespace Listening.Web.Commands;

/// <summary><c>listening import FILE…</c>: brings files of posts into a server, the running one of the data directory, or the store itself.</summary>
public static class ImportCommand
{
    private const string KeyVariable = "LISTENING_KEY";

    /// <summary>The command; <paramref name="openLocal"/> opens the store where no server runs on the data directory.</summary>
    public static Command Create(TimeProvider time, Func<DataDirectory, CancellationToken, Task<IImportTarget>> openLocal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of posts, gzipped or not.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "What the files hold; told by their names where absent.", HelpName = "ndjson|csv|twcs" };
        format.AcceptOnlyFromAmong("ndjson", "csv", "twcs");
        var map = new Option<string>("--map") { Description = "csv: which column holds which field.", HelpName = "field=column,…" };
        var source = new Option<string>("--source") { Description = "csv: the source of all rows." };
        var audience = new Option<string>("--audience") { Description = "csv: who could read them.", HelpName = "public|internal" };
        audience.AcceptOnlyFromAmong("public", "internal");
        var instants = new Option<string[]>("--instants") { Description = "csv: a .NET format of its instants.", HelpName = "FORMAT" };
        var zone = new Option<string>("--time-zone") { Description = "csv: zone of instants without one; UTC where absent.", HelpName = "IANA" };
        var server = new Option<string>("--server") { Description = $"Import into this server; the key comes from {KeyVariable} or standard input.", HelpName = "URL" };
        var key = new Option<string>("--key") { Description = "For tests: others see it in the list of processes." };
        var data = CommonOptions.Data();
        var command = new Command("import", "Brings files of posts in; run twice it adds nothing.") { files, format, map, source, audience, instants, zone, server, key, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            CsvPostOptions options;
            try
            {
                options = new CsvPostOptions
                {
                    Map = CsvPostOptions.ReadMap(parsed.GetValue(map) ?? ""),
                    Source = parsed.GetValue(source),
                    Audience = parsed.GetValue(audience) == "internal" ? Audience.Internal : Audience.Public,
                    InstantFormats = parsed.GetValue(instants) ?? [],
                    TimeZone = TimeZoneInfo.FindSystemTimeZoneById(parsed.GetValue(zone) ?? "UTC"),
                };
            }
            catch (Exception wrong) when (wrong is FormatException or TimeZoneNotFoundException)
            {
                await error.WriteLineAsync(wrong.Message);
                return ImportRun.Refused;
            }

            PostFileFormat? known = parsed.GetValue(format) is { } name ? Enum.Parse<PostFileFormat>(name, ignoreCase: true) : null;
            await using var target = parsed.GetValue(server) is { } address
                ? await RemoteAsync(address, parsed.GetValue(key), error, cancellationToken)
                : await HereAsync(DataDirectory.Open(parsed.GetValue(data)!), openLocal, cancellationToken);
            if (target is null) return ImportRun.Refused;
            return await new ImportRun(target, output, error, !Console.IsErrorRedirected, time).RunAsync(parsed.GetValue(files)!, known, options, cancellationToken);
        });
        return command;
    }

    private static async Task<IImportTarget?> RemoteAsync(string server, string? key, TextWriter error, CancellationToken cancellationToken)
    {
        key ??= Environment.GetEnvironmentVariable(KeyVariable);
        if (string.IsNullOrWhiteSpace(key) && Console.IsInputRedirected) key = await Console.In.ReadLineAsync(cancellationToken);
        var isAddress = Uri.TryCreate(server.TrimEnd('/') + "/", UriKind.Absolute, out var root) && root.Scheme is "http" or "https";
        if (!isAddress || string.IsNullOrWhiteSpace(key))
        {
            await error.WriteLineAsync(isAddress
                ? $"A key is needed: put it into {KeyVariable}, or send it on standard input."
                : $"'{server}' is no address of a server. Example: https://listening.example.org");
            return null;
        }

        var client = new HttpClient { BaseAddress = root, Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Trim());
        return new ServerTarget(client, root, client, zipped: true);
    }

    private static async Task<IImportTarget> HereAsync(
        DataDirectory data, Func<DataDirectory, CancellationToken, Task<IImportTarget>> openLocal, CancellationToken cancellationToken) =>
        await ServerSocket.FindAsync(data, cancellationToken) is { } running
            ? new ServerTarget(running.Client, await running.AddressAsync(cancellationToken), running, zipped: false)
            : await openLocal(data, cancellationToken);
}
