namespace Listening.Calendars;

/// <summary>A version of calendars and targets, kept for ever.</summary>
/// <param name="Number">1, 2, …</param>
/// <param name="At">When it was set.</param>
/// <param name="From">From when on it is in force: for complaints made then or later, until a newer version is.</param>
/// <param name="Actor">Who set it.</param>
/// <param name="Note">Why, in their words; may be empty.</param>
/// <param name="Content">What it says.</param>
public sealed record TargetsVersion(int Number, DateTimeOffset At, DateTimeOffset From, string Actor, string Note, TargetsContent Content)
{
    /// <summary>Whether it speaks of complaints that were made before it was set.</summary>
    public bool ReachesBack => From < At;
}
