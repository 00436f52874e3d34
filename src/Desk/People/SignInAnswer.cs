namespace Listening.Desk.People;

/// <summary>How a try to sign in ended, and the token of what it opened.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Token">Of the session, or of the question for a code; null when refused.</param>
public sealed record SignInAnswer(SignInOutcome Outcome, string? Token)
{
    /// <summary>Not in.</summary>
    public static SignInAnswer Refused { get; } = new(SignInOutcome.Refused, null);

    /// <summary>Without the token, so that no log line can carry it.</summary>
    public override string ToString() => $"{nameof(SignInAnswer)} {Outcome}";
}
