using System.Globalization;
using Listening.Access;
using Listening.Alerts;
using Listening.Web.Hosting;
using Listening.Web.Measuring;
using Listening.Web.Secrets;

namespace Listening.Web.Alerts;

/// <summary>Section <c>Alerts</c>: when people are told, and where.</summary>
public sealed record AlertSettings
{
    /// <summary>The section.</summary>
    public const string Section = "Alerts";

    /// <summary>Cooldown, gathering, quiet hours.</summary>
    public required AlertRules Rules { get; init; }

    /// <summary>What links begin with; empty when the program's address was not said.</summary>
    public required string Root { get; init; }

    /// <summary>Mail; null when there is none.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>The webhook's address; null when there is none.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>Slack's incoming webhook is set.</summary>
    public bool Slack { get; init; }

    /// <summary>Reads the section. Throws <see cref="SettingException"/>.</summary>
    public static AlertSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        var (from, to) = Quiet(section["QuietHours"]);
        var usual = new AlertRules();
        return new()
        {
            Rules = usual with
            {
                Cooldown = Duration(section, "Cooldown") ?? usual.Cooldown,
                Gather = Duration(section, "Gather") ?? usual.Gather,
                Apart = Duration(section, "Apart") ?? usual.Apart,
                QuietFrom = from,
                QuietTo = to,
            },
            Root = section["Root"]?.TrimEnd('/') ?? "",
            Mail = MailSettings.Read(section),
            Webhook = section["Webhook:Url"] is { Length: > 0 } url ? Address("Webhook:Url", url) : null,
            Slack = section["Slack:Url"] is { Length: > 0 },
        };
    }

    /// <summary>A secret of the section, which may be <c>secret:NAME</c>; empty when it is not set.</summary>
    public static async Task<string> SecretAsync(IConfiguration configuration, string name, ISecretReader secrets, CancellationToken cancellationToken) =>
        await SecretReference.ResolveAsync(configuration, $"{Section}:{name}", secrets, cancellationToken) ?? "";

    private static TimeSpan? Duration(IConfigurationSection section, string name)
    {
        try
        {
            return QuestionText.Duration(name, section[name]);
        }
        catch (Listening.Measuring.MetricQuestionException)
        {
            throw new SettingException($"{Section}:{name}", $"'{section[name]}' is no duration. Example: 4h");
        }
    }

    private static (TimeOnly From, TimeOnly To) Quiet(string? text)
    {
        if (text is not { Length: > 0 }) return default;
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && TimeOnly.TryParseExact(parts[0], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && TimeOnly.TryParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            ? (from, to)
            : throw new SettingException($"{Section}:QuietHours", $"'{text}' is no stretch of a day. Example: 22:00-07:00");
    }

    private static Uri Address(string name, string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new SettingException($"{Section}:{name}", "this is no address. Example: https://example.com/hook");
}
