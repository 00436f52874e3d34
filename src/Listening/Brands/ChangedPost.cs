namespace Listening.Brands;

/// <summary>An example.</summary>
/// <param name="Source">Its source.</param>
/// <param name="Id">The source's id.</param>
/// <param name="Handle">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Text">Its text; empty when it was taken away.</param>
public sealed record ChangedPost(string Source, string Id, string Handle, DateTimeOffset At, string Text);
