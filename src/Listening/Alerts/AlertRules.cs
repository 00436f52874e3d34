namespace Listening.Alerts;

/// <summary>What settings say of alerts.</summary>
public sealed record AlertRules
{
    /// <summary>How long the same thing is not told again.</summary>
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How long alerts are gathered before they are sent together.</summary>
    public TimeSpan Gather { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How far apart two messages are at least: what is raised meanwhile is one digest.</summary>
    public TimeSpan Apart { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Begin of the hours in which nothing is sent, in the reporting zone; equal to <see cref="QuietTo"/> when there are none.</summary>
    public TimeOnly QuietFrom { get; init; }

    /// <summary>Their end; earlier than the begin when they pass midnight.</summary>
    public TimeOnly QuietTo { get; init; }

    /// <summary>How many alerts a message tells one by one; the others are counted.</summary>
    public int Listed { get; init; } = 20;

    /// <summary>Whether nothing is sent at this time of day.</summary>
    public bool IsQuiet(TimeOnly time) => QuietFrom != QuietTo && time.IsBetween(QuietFrom, QuietTo);
}
