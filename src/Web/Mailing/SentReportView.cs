using Listening.Reporting.Sending;

namespace Listening.Web.Mailing;

/// <summary>A sent report as the API lists it.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Brand">Our brand; null for all of ours.</param>
/// <param name="From">Start of its period, inclusive.</param>
/// <param name="To">End, exclusive.</param>
/// <param name="MadeAt">When it was written.</param>
/// <param name="By">Who asked for it; the schedule where nobody did.</param>
/// <param name="Headline">Its first sentence; empty where nothing was significant.</param>
/// <param name="Schedule">The schedule it was sent by; null when somebody asked for it.</param>
/// <param name="Messages">How its sending goes.</param>
public sealed record SentReportView(
    Guid Id, string? Brand, DateTimeOffset From, DateTimeOffset To, DateTimeOffset MadeAt, string By, string Headline, Guid? Schedule, IReadOnlyList<SentMessageView> Messages)
{
    /// <summary>As it stands; addresses only for those who may see them.</summary>
    public static SentReportView Of(ReportEntry entry, bool addresses)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.Id, entry.Brand, entry.From, entry.To, entry.MadeAt, entry.By, entry.Headline, entry.Schedule,
            [.. entry.Messages.Select(message => new SentMessageView(
                message.To is null ? "webhook" : "mail", addresses ? message.To : null, message.State, message.Tries, message.SentAt, addresses ? message.Problem : null))]);
    }
}
