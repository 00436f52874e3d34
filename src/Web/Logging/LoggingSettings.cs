using Listening.Web.Hosting;
using Microsoft.Extensions.Logging.Console;

namespace Listening.Web.Logging;

/// <summary>How the program logs.</summary>
public static class LoggingSettings
{
    /// <summary>
    /// To standard error: a line for people on a terminal, else a JSON object a line with its fields, event id and trace. Setting <c>Logging:Format</c>
    /// (<c>line</c> or <c>json</c>) decides otherwise; levels are <c>Logging:LogLevel</c>. Throws <see cref="SettingException"/>.
    /// </summary>
    public static ILoggingBuilder AddListening(this ILoggingBuilder logging, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var json = configuration["Logging:Format"]?.ToLowerInvariant() switch
        {
            null or "" => Console.IsErrorRedirected,
            "line" => false,
            "json" => true,
            var other => throw new SettingException("Logging:Format", $"'{other}' is neither line nor json"),
        };
        logging.ClearProviders();
        logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = json ? ConsoleFormatterNames.Json : LineFormatter.FormatterName;
        });
        logging.Services.Configure<JsonConsoleFormatterOptions>(format =>
        {
            format.IncludeScopes = true;
            format.UseUtcTimestamp = true;
            format.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });

        // Whether it can serve is told when it changes, not at every question; a failed start is said in a sentence by the command.
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        return logging;
    }
}
