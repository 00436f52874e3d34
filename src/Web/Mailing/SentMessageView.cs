using Listening.Reporting.Sending;

namespace Listening.Web.Mailing;

/// <summary>How the sending to one address goes.</summary>
/// <param name="Kind"><c>mail</c> or <c>webhook</c>.</param>
/// <param name="To">The mail address; null for the webhook, and for who may not see it.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Tries">How often it was begun.</param>
/// <param name="SentAt">When it arrived.</param>
/// <param name="Problem">Why the last try failed.</param>
public sealed record SentMessageView(string Kind, string? To, ReportMessageState State, int Tries, DateTimeOffset? SentAt, string? Problem);
