using Listening.Brands;
using Listening.Reporting.Sending;
using MimeKit;

namespace Listening.Web.Mailing;

/// <summary>What a schedule may say.</summary>
internal static class ReportRules
{
    private const int MostRecipients = 50;
    private const int LongestAddress = 254;

    /// <summary>What is wrong with a schedule; null when nothing is.</summary>
    public static string? Fault(ReportSchedule schedule, BrandRegistry registry) =>
        schedule.Hour is < 0 or > 23 ? "'hour' is 0 to 23."
        : Fault(schedule.Brand, registry) ?? Fault(schedule.Recipients)
        ?? (schedule.Recipients.Count == 0 && !schedule.Webhook ? "Somebody has to get it: 'recipients' or 'webhook'." : null);

    /// <summary>What is wrong with a report's brand; null when nothing is.</summary>
    public static string? Fault(string? brand, BrandRegistry registry) =>
        brand is null || registry.Brands.Any(one => one.Name == brand && one.Kind == BrandKind.Own) ? null : "'brand' is none of ours.";

    /// <summary>What is wrong with mail addresses; null when nothing is.</summary>
    public static string? Fault(IReadOnlyList<string> recipients) =>
        recipients.Count > MostRecipients ? $"At most {MostRecipients} addresses get it."
        : recipients.FirstOrDefault(one => !IsAddress(one)) is { } bad ? $"'{ReportWords.Line(bad, 100)}' is no mail address. Example: ana@example.com"
        : null;

    // The address alone: no name before it, no second one behind it, nothing that could end a header.
    private static bool IsAddress(string text)
    {
        if (text.Length is 0 or > LongestAddress || text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '<' or '>' or ',' or ';' or '"' or '\\' or '(' or ')')) return false;
        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1 && text.IndexOf('@', StringComparison.Ordinal) == at && MailboxAddress.TryParse(text, out var parsed) && parsed.Address == text;
    }
}
