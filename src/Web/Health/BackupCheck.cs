using System.Globalization;
using Listening.Web.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>
/// Whether somebody takes copies of the data. Listening takes none; <c>Backup:Newest</c> names a file or folder that the operator's own backup writes last,
/// and <c>Backup:Within</c> (two days when absent) how old it may be.
/// </summary>
public static class BackupCheck
{
    private static readonly TimeSpan DefaultWithin = TimeSpan.FromDays(2);

    /// <summary>Looks.</summary>
    public static HealthCheckResult Look(IConfiguration configuration, DataDirectory data, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(time);
        if (configuration["Backup:Newest"] is not { Length: > 0 } path)
            return Finding.Warning(
                "Nobody has said that copies of the data are taken.",
                $"Copy {data} as a whole while the server is stopped, or snapshot its file system (with Secrets:KeyFile and the databases of Storage, if set), and let Backup:Newest name a file that the copying writes last.");
        var within = Within(configuration);
        try
        {
            if (!Path.Exists(path)) return Finding.Failed($"There is no copy at {path}.", "Look why the backup does not run.");
            var age = time.GetUtcNow() - File.GetLastWriteTimeUtc(path);
            var words = string.Create(CultureInfo.InvariantCulture, $"The newest copy of the data, {path}, is {age.TotalHours:N0} hours old");
            return age > within ? Finding.Failed($"{words}.", "Look why the backup does not run.", ("ageSeconds", age.TotalSeconds)) : Finding.Well($"{words}.", ("ageSeconds", age.TotalSeconds));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Failed($"The copy at {path} cannot be looked at: {exception.Message}", "Let the user that runs the program see it.");
        }
    }

    /// <summary>How old a copy may be. Throws <see cref="SettingException"/>.</summary>
    public static TimeSpan Within(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["Backup:Within"] is not { Length: > 0 } text) return DefaultWithin;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var within) && within > TimeSpan.Zero
            ? within
            : throw new SettingException("Backup:Within", $"'{text}' is no time. Example: 2.00:00:00 for two days");
    }
}
