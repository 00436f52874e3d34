namespace Listening.Collecting.Pushing;

/// <summary>The source wants to know whether it is heard.</summary>
/// <param name="Text">What is to be answered, as plain text.</param>
public sealed record PushChallenge(string Text) : PushAnswer;
