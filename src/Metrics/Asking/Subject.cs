namespace Listening.Metrics.Asking;

/// <summary>What a metric speaks of.</summary>
internal enum Subject
{
    /// <summary>Waits for our brands.</summary>
    Ours,

    /// <summary>Waits for registered competitors.</summary>
    Competitors,

    /// <summary>Waits for our brands; grouped by brand, those for competitors beside them.</summary>
    OursAndCompetitors,

    /// <summary>Posts.</summary>
    Posts,
}
