namespace Listening.Measuring;

/// <summary>One row behind a number.</summary>
public sealed record MetricRow
{
    /// <summary><c>wait</c>, <c>episode</c> or <c>post</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The post (of a wait or an episode: the one that opened it).</summary>
    public required string Source { get; init; }

    /// <summary>The post's id in its source.</summary>
    public required string Id { get; init; }

    /// <summary>Its author's handle.</summary>
    public required string Handle { get; init; }

    /// <summary>Its text as it stands now.</summary>
    public required string Text { get; init; }

    /// <summary>Its permalink at the source, where there is one.</summary>
    public string? Url { get; init; }

    /// <summary>The instant the clock uses; of a wait its opening.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The brand of a wait or an episode.</summary>
    public string? Brand { get; init; }

    /// <summary>Seconds until the answer, or until <c>asOf</c> or the deletion where there is none.</summary>
    public double? Seconds { get; init; }

    /// <summary>What became of it as of the question's instant: <c>answered</c>, <c>open</c>, <c>deleted</c>, <c>own_first</c>, <c>competitor_first</c>, …</summary>
    public string? State { get; init; }

    /// <summary>The alternative texts of its pictures, in the order in which they are asked for.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>Whether its author has an avatar to show.</summary>
    public bool HasAvatar { get; init; }

    /// <summary>Other values of the row that the number was computed from, by name.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>();
}
