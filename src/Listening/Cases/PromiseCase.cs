using System.Globalization;

namespace Listening.Cases;

/// <summary>Notes what a customer was promised. One promise stands at a time: another takes its place. A resolve keeps none.</summary>
/// <param name="Text">What.</param>
/// <param name="Due">Until when.</param>
public sealed record PromiseCase(string Text, DateTimeOffset Due) : CaseChange(CaseAction.Promised)
{
    /// <inheritdoc/>
    public override string? Detail => string.Create(CultureInfo.InvariantCulture, $"until {Due.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}: {Text}");

    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) =>
        Due > at && before.MergedInto is null ? before with { Promise = Text, PromiseDue = Due } : null;
}
