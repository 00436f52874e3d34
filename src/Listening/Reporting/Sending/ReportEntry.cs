namespace Listening.Reporting.Sending;

/// <summary>A sent report in a list.</summary>
/// <param name="Number">Grows with every report.</param>
/// <param name="Id">Its own.</param>
/// <param name="Brand">Our brand; null for all of ours.</param>
/// <param name="From">Start of its period, inclusive.</param>
/// <param name="To">End, exclusive.</param>
/// <param name="MadeAt">When it was written.</param>
/// <param name="By">Who asked for it; the schedule where nobody did.</param>
/// <param name="Headline">Its first sentence; empty where nothing was significant.</param>
/// <param name="Schedule">The schedule it was sent by; null when somebody asked for it.</param>
/// <param name="Messages">Whom it was sent to, and how that goes.</param>
public sealed record ReportEntry(
    long Number, Guid Id, string? Brand, DateTimeOffset From, DateTimeOffset To, DateTimeOffset MadeAt, string By, string Headline, Guid? Schedule,
    IReadOnlyList<ReportMessage> Messages);
