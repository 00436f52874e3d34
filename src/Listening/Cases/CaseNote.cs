namespace Listening.Cases;

/// <summary>A note on a case, which stays inside.</summary>
/// <param name="At">When it was written.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Text">What it says.</param>
public sealed record CaseNote(DateTimeOffset At, string By, string Text);
