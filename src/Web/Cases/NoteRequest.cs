namespace Listening.Web.Cases;

/// <summary>A note.</summary>
/// <param name="Text">What it says.</param>
public sealed record NoteRequest(string Text);
