namespace Listening.Tests.Fuzzing.Live;

/// <summary>The connection ended within an answer.</summary>
internal sealed class BrokenOffException(string message) : Exception(message);
