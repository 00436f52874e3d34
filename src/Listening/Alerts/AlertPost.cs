namespace Listening.Alerts;

/// <summary>A post that an alert speaks of.</summary>
/// <param name="Source">Its source.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Handle">Who wrote it.</param>
/// <param name="Text">The beginning of its text.</param>
public sealed record AlertPost(string Source, string Id, string Handle, string Text);
