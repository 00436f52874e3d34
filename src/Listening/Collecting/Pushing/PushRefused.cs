namespace Listening.Collecting.Pushing;

/// <summary>It is not signed as it must be; nothing of it was read.</summary>
public sealed record PushRefused : PushAnswer;
