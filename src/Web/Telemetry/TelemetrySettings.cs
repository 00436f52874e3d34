using System.Globalization;
using System.Net;
using Listening.Web.Hosting;

namespace Listening.Web.Telemetry;

/// <summary>Section <c>Telemetry</c>.</summary>
/// <param name="Listen">A listener of its own for <c>/metrics</c>, <c>/healthz</c> and <c>/readyz</c>; null when there is none.</param>
/// <param name="SlowStatement">From which duration on a statement of the store is logged.</param>
public sealed record TelemetrySettings(Uri? Listen, TimeSpan SlowStatement)
{
    /// <summary>Reads <c>Listen</c> (<c>http://127.0.0.1:9464</c>) and <c>SlowStatement</c> (a time, three seconds when absent). Throws <see cref="SettingException"/>.</summary>
    public static TelemetrySettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new(Address(configuration["Telemetry:Listen"]), Time(configuration["Telemetry:SlowStatement"]));
    }

    private static Uri? Address(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Port > 0 && address.AbsolutePath == "/"
            && (address.IsLoopback || IPAddress.TryParse(address.DnsSafeHost, out _))
            ? address
            : throw new SettingException("Telemetry:Listen", $"'{text}' is no address with a port. Example: http://127.0.0.1:9464");
    }

    private static TimeSpan Time(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return TimeSpan.FromSeconds(3);
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero
            ? time
            : throw new SettingException("Telemetry:SlowStatement", $"'{text}' is no time. Example: 00:00:01");
    }
}
