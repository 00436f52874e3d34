using System.Text.Json;
using Listening.Web.Json;

namespace Listening.Web.Reporting;

/// <summary>The file that says which reports are kept ready, so that after a start they are made before somebody waits for them. Nothing but time is lost with it.</summary>
public sealed partial class WantedReports(DataDirectory data, ILogger<WantedReports> logger)
{
    /// <summary>Those of the last run; none where the file is missing or cannot be read, which is logged.</summary>
    public async Task<IReadOnlyList<WantedReport>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(data.Wanted)) return [];
        try
        {
            return JsonSerializer.Deserialize<List<WantedReport>>(await File.ReadAllBytesAsync(data.Wanted, cancellationToken), ApiJson.Options) ?? [];
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            LogUnread(logger, data.Wanted, exception);
            return [];
        }
    }

    /// <summary>Keeps them for the next start: beside and then moved, so that nobody reads half a file. A full disk is logged.</summary>
    public async Task WriteAsync(IReadOnlyList<WantedReport> wanted, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(data.Wanted + ".new", JsonSerializer.SerializeToUtf8Bytes(wanted, ApiJson.Options), cancellationToken);
            File.Move(data.Wanted + ".new", data.Wanted, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogUnwritten(logger, data.Wanted, exception);
        }
    }

    [LoggerMessage(EventId = 5333, Level = LogLevel.Warning, Message = "{File} says which reports are kept ready and cannot be read: who opens one first waits for it")]
    private static partial void LogUnread(ILogger logger, string file, Exception exception);

    [LoggerMessage(EventId = 5334, Level = LogLevel.Warning, Message = "{File} cannot be written: after the next start no report is kept ready until somebody has opened it")]
    private static partial void LogUnwritten(ILogger logger, string file, Exception exception);
}
