namespace Listening.Web.Replying;

/// <summary>An answer.</summary>
/// <param name="Text">Its words; <c>{name}</c>, <c>{brand}</c> and <c>{agent}</c> are filled in.</param>
/// <param name="Thread">The version of the thread as the composer told it.</param>
/// <param name="Resolve">Resolve the case as answered publicly once it is sent.</param>
/// <param name="Kind">What it does, one of the composer's kinds; left to the model when null.</param>
public sealed record ReplyRequest(string? Text, string? Thread, bool? Resolve, string? Kind);
