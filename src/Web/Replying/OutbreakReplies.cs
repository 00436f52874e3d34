namespace Listening.Web.Replying;

/// <summary>The answers to an outbreak.</summary>
/// <param name="Sent">How many are on their way.</param>
/// <param name="Left">How many cases were not tried, because so many are not answered at once; asked again, they are.</param>
/// <param name="Items">Every case that was tried, what matters most first.</param>
public sealed record OutbreakReplies(int Sent, int Left, IReadOnlyList<OutbreakReply> Items);
