namespace Listening.Web.Replying;

/// <summary>Lets an answer out.</summary>
/// <param name="Text">Other words for it; null leaves them. <c>{name}</c>, <c>{brand}</c> and <c>{agent}</c> are filled in.</param>
/// <param name="Thread">The version of the thread that was read, as a 409 told it; null is that which its writer saw.</param>
/// <param name="Kind">Another kind; null leaves it.</param>
public sealed record ApproveRequest(string? Text, string? Thread, string? Kind);
