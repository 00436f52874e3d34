using System.Globalization;

namespace Listening.Cases;

/// <summary>Puts an open case off; the customer's clock runs on.</summary>
/// <param name="Until">When it comes back into the queue; null brings it back now.</param>
public sealed record SnoozeCase(DateTimeOffset? Until) : CaseChange(CaseAction.Snoozed)
{
    /// <inheritdoc/>
    public override string? Detail => Until?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) =>
        before.ResolvedAt is null && (Until is null || Until > at) ? before with { SnoozedUntil = Until } : null;
}
