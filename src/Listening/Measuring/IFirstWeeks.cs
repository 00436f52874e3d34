namespace Listening.Measuring;

/// <summary>Knows since when a brand is listened to.</summary>
public interface IFirstWeeks
{
    /// <summary>When the first public post about a brand (null: about any) was posted; null when there is none. The four weeks from then are its baseline.</summary>
    Task<DateTimeOffset?> BeginAsync(string? brand, CancellationToken cancellationToken);
}
