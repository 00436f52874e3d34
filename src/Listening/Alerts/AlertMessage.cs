namespace Listening.Alerts;

/// <summary>What is sent to one channel: one alert, or many as a digest. It is kept before it is sent, so that a crash sends it again as the same message.</summary>
/// <param name="Id">Its own, and its Message-ID: who gets it twice can tell.</param>
/// <param name="Channel">Where it goes.</param>
/// <param name="At">When it was made.</param>
/// <param name="Content">What it says.</param>
/// <param name="Tries">How often it was tried.</param>
public sealed record AlertMessage(Guid Id, string Channel, DateTimeOffset At, AlertDigest Content, int Tries);
