using Listening.Alerts;

namespace Listening.Desk.Alerts;

/// <summary>An alert as the database has it.</summary>
public sealed record AlertRow
{
    /// <summary>Grows with every alert.</summary>
    public long Id { get; init; }

    /// <summary>What it is.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>What it is of.</summary>
    public required string Key { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The case it is of.</summary>
    public long? CaseId { get; init; }

    /// <summary>What was found, as JSON.</summary>
    public required string Finding { get; init; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why.</summary>
    public string? Because { get; init; }

    /// <summary>When it was put into messages; null while it waits for that.</summary>
    public DateTimeOffset? Told { get; init; }

    /// <summary>When messages said that it was taken back.</summary>
    public DateTimeOffset? Corrected { get; init; }

    /// <summary>As everybody else knows it.</summary>
    public Alert Read() => new(Id, At, System.Text.Json.JsonSerializer.Deserialize<AlertFinding>(Finding, System.Text.Json.JsonSerializerOptions.Web)!) { WithdrawnAt = WithdrawnAt, Because = Because };
}
