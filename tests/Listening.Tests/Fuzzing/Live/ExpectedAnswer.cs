namespace Listening.Tests.Fuzzing.Live;

/// <summary>What is known of an answer that must come.</summary>
/// <param name="Status">Its status; null when any below 500 will do.</param>
/// <param name="Lines">Lines that it must account for; null when that cannot be known, as with a damaged gzip.</param>
/// <param name="Refused">How many of them it must refuse.</param>
internal sealed record ExpectedAnswer(int? Status, long? Lines = null, long? Refused = null);
