namespace Listening.Reporting;

/// <summary>What somebody wrote at a date, so that readers of a chart know what happened then.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Date">The date in the reporting zone.</param>
/// <param name="Text">One line.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When it was written.</param>
public sealed record Annotation(Guid Id, DateOnly Date, string Text, string By, DateTimeOffset At);
