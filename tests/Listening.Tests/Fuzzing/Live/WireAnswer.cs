namespace Listening.Tests.Fuzzing.Live;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">Its status, 200 to 599.</param>
/// <param name="Body">Its body, whole.</param>
internal sealed record WireAnswer(int Status, byte[] Body);
