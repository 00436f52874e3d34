namespace Listening.Desk.Cases;

/// <summary>Something that a customer was promised.</summary>
public sealed record CasePromiseRow
{
    /// <summary>Its own key, by which the truth knows it again.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case it was promised on.</summary>
    public required long CaseId { get; init; }

    /// <summary>What.</summary>
    public required string Text { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When it was promised.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who promised it.</summary>
    public required string By { get; init; }

    /// <summary>When it was done; null while it is not.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    /// <summary>When it was withdrawn, or another promise took its place; null when neither.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}
