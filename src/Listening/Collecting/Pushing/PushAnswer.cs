namespace Listening.Collecting.Pushing;

/// <summary>What came of reading what a source sent: <see cref="PushedPosts"/>, a <see cref="PushChallenge"/> or <see cref="PushRefused"/>.</summary>
public abstract record PushAnswer;
