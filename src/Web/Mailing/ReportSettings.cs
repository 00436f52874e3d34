using Listening.Web.Hosting;

namespace Listening.Web.Mailing;

/// <summary>Section <c>Reports</c>: the webhook that gets reports, and what prints them.</summary>
public sealed record ReportSettings
{
    /// <summary>The section.</summary>
    public const string Section = "Reports";

    /// <summary>The webhook's address; null when there is none.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>Chromium's program; empty to look for it on the PATH, <c>none</c> for no PDF.</summary>
    public string Chromium { get; init; } = "";

    /// <summary>Reads the section. Throws <see cref="SettingException"/>.</summary>
    public static ReportSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        return new() { Webhook = section["Webhook:Url"] is { Length: > 0 } url ? Address(url) : null, Chromium = section["Chromium"]?.Trim() ?? "" };
    }

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new SettingException($"{Section}:Webhook:Url", "this is no address. Example: https://example.com/hook");
}
