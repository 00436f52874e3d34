using System.Text.Json;

namespace Listening.Collecting.Pulling;

/// <summary>How far a listing has been read. Kept as JSON that nobody but the run looks into.</summary>
public sealed record SourceCursor
{
    /// <summary>Backward: everything at or below this position is stored. Forward: the mark to read on from. Null before the first run ended.</summary>
    public string? Watermark { get; init; }

    /// <summary>A walk back that was cut short; the watermark is still that from before it.</summary>
    public OpenWalk? Walk { get; init; }

    /// <summary>Former watermarks, the newest first, for reading again what was read.</summary>
    public IReadOnlyList<FormerMark> Marks { get; init; } = [];

    /// <summary>When the overlap was read last.</summary>
    public DateTimeOffset? OverlapRead { get; init; }

    /// <summary>Posts near the watermark as <see cref="SeenPosts"/> writes them, the newest first.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>What the connector wrote down for itself.</summary>
    public string? Memo { get; init; }

    /// <summary>When the last run that came to its end began.</summary>
    public DateTimeOffset? Completed { get; init; }

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads what <see cref="ToJson"/> wrote. Throws <see cref="JsonException"/>.</summary>
    public static SourceCursor Read(string json) => JsonSerializer.Deserialize<SourceCursor>(json, JsonSerializerOptions.Web) ?? new();
}
