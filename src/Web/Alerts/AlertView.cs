using Listening.Alerts;

namespace Listening.Web.Alerts;

/// <summary>An alert as the API tells it.</summary>
public sealed record AlertView
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>What it is.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A sentence.</summary>
    public required string Title { get; init; }

    /// <summary>The brand; empty when it is of all.</summary>
    public required string Brand { get; init; }

    /// <summary>What it usually is.</summary>
    public required double? Baseline { get; init; }

    /// <summary>What it was.</summary>
    public required double? Observed { get; init; }

    /// <summary>The unit of both.</summary>
    public required string Unit { get; init; }

    /// <summary>How many posts or customers it rests on.</summary>
    public required long N { get; init; }

    /// <summary>Where it is seen.</summary>
    public required string Link { get; init; }

    /// <summary>The newest of its posts.</summary>
    public required IReadOnlyList<AlertPost> Posts { get; init; }

    /// <summary>When it was taken back; null while it stands.</summary>
    public required DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was taken back.</summary>
    public required string? Because { get; init; }

    /// <summary>As it was raised.</summary>
    public static AlertView Of(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var found = alert.Finding;
        return new()
        {
            Id = alert.Id, Kind = found.Kind, At = alert.At, Title = found.Title, Brand = found.Brand, Baseline = found.Baseline, Observed = found.Observed, Unit = found.Unit,
            N = found.N, Link = found.Link, Posts = found.Posts, WithdrawnAt = alert.WithdrawnAt, Because = alert.Because,
        };
    }
}
