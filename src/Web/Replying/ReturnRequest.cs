namespace Listening.Web.Replying;

/// <summary>Gives an answer back to its writer.</summary>
/// <param name="Word">What should be different.</param>
public sealed record ReturnRequest(string? Word);
