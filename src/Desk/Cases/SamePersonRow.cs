namespace Listening.Desk.Cases;

/// <summary>An agent's word that two authors are one person; the smaller of the two (source, author) stands first.</summary>
public sealed record SamePersonRow
{
    /// <summary>The one's source.</summary>
    public required string Source { get; init; }

    /// <summary>The one's id there.</summary>
    public required string Author { get; init; }

    /// <summary>The other's source.</summary>
    public required string OtherSource { get; init; }

    /// <summary>The other's id there.</summary>
    public required string OtherAuthor { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who said it.</summary>
    public required string By { get; init; }
}
