namespace Listening.Tests.Metrics;

/// <summary>A row of posts; what does not matter has a value that does not matter.</summary>
internal sealed record SeededPost
{
    public required DateTimeOffset PostedAt { get; init; }
    public string Id { get; init; } = Guid.NewGuid().ToString("N");
    public string Source { get; init; } = "twitter";
    public string Handle { get; init; } = "ana";
    public long? Followers { get; init; }
    public string Party { get; init; } = "customer";
    public IReadOnlyList<string> Brands { get; init; } = [];
    public string Text { get; init; } = "Where is my train?";
    public string Language { get; init; } = "en";
    public bool Internal { get; init; }
    public bool Reply { get; init; }
    public bool Repost { get; init; }
    public string Intent { get; init; } = "";
    public string Sentiment { get; init; } = "";
    public string Topic { get; init; } = "";
    public string UseCase { get; init; } = "";
    public string AnswerKind { get; init; } = "";
    public string? Conversation { get; init; }
    public TimeSpan Lag { get; init; } = TimeSpan.FromSeconds(1);
    public bool Backfilled { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
}
