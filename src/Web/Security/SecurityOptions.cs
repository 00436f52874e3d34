namespace Listening.Web.Security;

/// <summary>Who gets in and for how long: section <c>Security</c> of the settings.</summary>
public sealed record SecurityOptions
{
    /// <summary>How long a browser stays signed in; 14 days, so that a wall display is signed in once a fortnight.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How many keys, links and passwords that are not good may be tried from one address, and passwords for one account, within <see cref="FailureWindow"/>; at least 1.</summary>
    public int FailuresAllowed { get; init; } = 30;

    /// <summary>See <see cref="FailuresAllowed"/>; one minute: a program with an old key floods nobody's log and is soon heard again.</summary>
    public TimeSpan FailureWindow { get; init; } = TimeSpan.FromMinutes(1);
}
