using Listening.Conversations;

namespace Listening.Tests.Metrics;

/// <summary>A row of waits; what does not matter has a value that does not matter.</summary>
internal sealed record SeededWait
{
    public string Brand { get; init; } = "Acme";
    public bool Own { get; init; } = true;
    public required DateTimeOffset OpenedAt { get; init; }
    public string Source { get; init; } = "twitter";
    public string Language { get; init; } = "en";
    public string Author { get; init; } = "ana";
    public string Id { get; init; } = Guid.NewGuid().ToString("N");
    public bool First { get; init; } = true;
    public bool FirstBySilence { get; init; } = true;
    public DateTimeOffset? ClosedAt { get; init; }
    public string? ClosedBy { get; init; }
    public bool Skewed { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public DateTimeOffset? CensoredAt { get; init; }
    public DateTimeOffset? RepliedAt { get; init; }
    public DateTimeOffset? RivalAt { get; init; }
    public string LeftOut { get; init; } = "";
    public string Intent { get; init; } = "";
    public string Sentiment { get; init; } = "";
    public string Topic { get; init; } = "";

    public uint Terms { get; init; }
    public string Target { get; init; } = "default";
    public string Calendar { get; init; } = "";
    public long? OpenedWorked { get; init; }
    public long? ClosedWorked { get; init; }
    public long? CensoredWorked { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? ResolveDueAt { get; init; }
    public IReadOnlyList<WorkAct> Acts { get; init; } = [];

    /// <summary>Opened at an instant and answered after a time, or not.</summary>
    public static SeededWait Of(DateTimeOffset openedAt, TimeSpan? answeredAfter = null) =>
        new() { OpenedAt = openedAt, ClosedAt = openedAt + answeredAfter, RepliedAt = openedAt + answeredAfter };
}
