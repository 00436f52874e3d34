namespace Listening.Web.Replying;

/// <summary>An answer to keep for use again; what is left out of a change stays.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Text">Its words, with <c>{name}</c>, <c>{brand}</c> and <c>{agent}</c>.</param>
public sealed record CannedReplyRequest(string? Name, string? Text);
