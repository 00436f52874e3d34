namespace Listening.Web.Replying;

/// <summary>A question for people inside.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Source">The name of an internal source, as the composer tells them.</param>
public sealed record AskRequest(string? Text, string? Source);
