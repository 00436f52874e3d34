using System.Text.Json;
using System.Text.Json.Serialization;

namespace Listening.Calendars;

/// <summary>What a version of the targets says.</summary>
public sealed record TargetsContent
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Nothing is set.</summary>
    public static TargetsContent Empty { get; } = new();

    /// <summary>Calendars; the first is the one of a target that names none, where working time is measured.</summary>
    public IReadOnlyList<WorkingCalendar> Calendars { get; init; } = [];

    /// <summary>Targets; the first that fits a post counts, and the default where none does.</summary>
    public IReadOnlyList<AnswerTarget> Targets { get; init; } = [];

    /// <summary>As it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>From what was kept.</summary>
    public static TargetsContent Read(string json) =>
        JsonSerializer.Deserialize<TargetsContent>(json, Json) ?? throw new JsonException("The targets are null.");
}
