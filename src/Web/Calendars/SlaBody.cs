using Listening.Calendars;

namespace Listening.Web.Calendars;

/// <summary>Targets as somebody wants them.</summary>
/// <param name="Targets">All of them, the first that fits a post counting.</param>
/// <param name="From">From when on they are in force; absent for now. Earlier, and the facts are derived again.</param>
/// <param name="Note">Why, for the history.</param>
public sealed record SlaBody(IReadOnlyList<AnswerTarget> Targets, DateTimeOffset? From = null, string Note = "");
