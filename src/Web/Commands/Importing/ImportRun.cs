using System.Globalization;
using Listening.Sources.Files;
using Listening.Storing;

namespace Listening.Web.Commands.Importing;

/// <summary>Imports files one after another and says at the end what came in, its period and where to see it.</summary>
internal sealed class ImportRun(IImportTarget target, TextWriter output, TextWriter error, bool terminal, TimeProvider time)
{
    /// <summary>Everything readable went in.</summary>
    public const int Done = 0;

    /// <summary>The server or the store refused, or was gone.</summary>
    public const int Refused = 1;

    /// <summary>A file could not be read, or not to its end.</summary>
    public const int Unreadable = 2;

    /// <summary>Not one line was a post.</summary>
    public const int AllRejected = 3;

    /// <summary>Returns the exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> files, PostFileFormat? format, CsvPostOptions options, CancellationToken cancellationToken)
    {
        var (total, code) = (ImportCount.None, Done);
        foreach (var file in files)
        {
            var (count, problem) = await ImportAsync(file, format, options, cancellationToken);
            total = total.With(count);
            code = Math.Max(code, problem);
            if (problem == Refused) break;
        }

        if (code != Refused) await target.FinishAsync(cancellationToken);
        await output.WriteLineAsync(total.ToString());
        if (total is { From: { } from, To: { } to })
        {
            await output.WriteLineAsync($"Posts from {Shown(from)} to {Shown(to)}");
            await output.WriteLineAsync($"See them: {Link(from, to)}");
        }

        return code == Done && total.Total > 0 && total.Rejected == total.Total ? AllRejected : code;
    }

    private async Task<(ImportCount Count, int Code)> ImportAsync(string file, PostFileFormat? format, CsvPostOptions options, CancellationToken cancellationToken)
    {
        if ((format ?? PostFile.FormatOf(file)) is not { } known)
        {
            await error.WriteLineAsync($"{file}: its name does not tell its format; say --format ndjson, csv or twcs.");
            return (ImportCount.None, Unreadable);
        }

        var import = new FileImport(target, known, options);
        await using var rejected = new RejectedFile(file);
        var code = Done;
        try
        {
            await import.RunAsync(file, rejected, length => new ImportProgress(error, terminal, time, Path.GetFileName(file), length), cancellationToken);
        }
        catch (Exception exception) when (exception is ServerAnswerException or HttpRequestException or StoreQueryException or NoRoomException)
        {
            // What was told before is stored; again, the file adds only the rest.
            await error.WriteLineAsync($"{file}: {exception.Message}");
            code = Refused;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{file}: {exception.Message}");
            code = Unreadable;
        }

        if (rejected.Count > 0) await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rejected.Count:N0} rejected lines with their reasons: {rejected.Path}"));
        return (import.Count, code);
    }

    private string Link(DateTimeOffset from, DateTimeOffset to)
    {
        // The period's end is outside of it, so the minute after the last post.
        var query = $"/operations?from={Shown(Minute(from))}&to={Shown(Minute(to).AddMinutes(1))}";
        return target.Address is { } address ? new Uri(address, query).ToString() : $"{query} on the dashboard";
    }

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private static string Shown(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
