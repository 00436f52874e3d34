namespace Listening.Tests.Sceptic;

/// <summary>One customer's wait for one brand in one conversation, as the sceptic computed it.</summary>
public sealed record Waiting
{
    public required string Brand { get; init; }
    public required bool Own { get; init; }
    public required Said Opener { get; init; }

    /// <summary>The thread's root id.</summary>
    public required string Thread { get; init; }

    /// <summary>1, 2, … within (conversation, brand, author).</summary>
    public required int Number { get; init; }

    public required int Episode { get; init; }
    public required bool FirstOfEpisode { get; init; }

    /// <summary>The answer that ended it; never before the opening.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public bool Skewed { get; init; }

    /// <summary>All its posts were gone by then, unanswered.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>The first public human reply of a rival to the same author until the next episode.</summary>
    public DateTimeOffset? RivalAt { get; init; }

    /// <summary>The brand's own first public human reply to the author in the same span.</summary>
    public DateTimeOffset? RepliedAt { get; init; }
}
