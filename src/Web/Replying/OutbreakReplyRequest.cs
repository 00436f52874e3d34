namespace Listening.Web.Replying;

/// <summary>One answer to an outbreak.</summary>
/// <param name="Text">Its words; <c>{name}</c>, <c>{brand}</c> and <c>{agent}</c> are filled in for each case.</param>
/// <param name="Answered">Whether those that were answered from here hear it too, as when what was promised is done; null is no.</param>
/// <param name="Kind">What it does, one of the composer's kinds; left to the model when null.</param>
public sealed record OutbreakReplyRequest(string? Text, bool? Answered = null, string? Kind = null);
