using Listening.Access;

namespace Listening.Web.Hosting;

/// <summary>What a screen must know before it asks anything.</summary>
public sealed record SessionView
{
    /// <summary>Everything shown is simulated, and must say so.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Our brand; null until one is registered.</summary>
    public required string? Brand { get; init; }

    /// <summary>The registry.</summary>
    public required IReadOnlyList<SessionBrand> Brands { get; init; }

    /// <summary>IANA id of the reporting zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>First day of a reporting week.</summary>
    public required DayOfWeek WeekStart { get; init; }

    /// <summary>When the newest post was written; null while there is none.</summary>
    public required DateTimeOffset? NewestPost { get; init; }

    /// <summary>How far the baseline is learnt; null before the first source and when it is.</summary>
    public required LearningView? Learning { get; init; }

    /// <summary>Where people reach this server.</summary>
    public required Uri Address { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>What the caller may do.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Whether people here have passwords; false where a provider of single sign-on is the only door.</summary>
    public required bool Passwords { get; init; }

    /// <summary>Who the caller is: a person's name, a key's name, <c>link</c> or <c>local</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A person's role; null for who is none.</summary>
    public required Role? Role { get; init; }

    /// <summary>The rooms that the caller may enter, in the navigation's order.</summary>
    public required IReadOnlyList<RoomView> Rooms { get; init; }
}
