namespace Listening.Findings;

/// <summary>One bucket of a series.</summary>
/// <param name="Day">Its first day, in the reporting zone.</param>
/// <param name="Hits">How many.</param>
/// <param name="N">Among how many; of a count the same as <paramref name="Hits"/>.</param>
public readonly record struct SeriesDay(DateOnly Day, long Hits, long N);
