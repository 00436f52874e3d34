namespace Listening.Measuring.Searching;

/// <summary>Numbers of a case.</summary>
public enum CaseNumber
{
    /// <summary>How much it matters, 0 to 100.</summary>
    Priority,

    /// <summary>How often it was begun.</summary>
    Episode,

    /// <summary>The first case of its outbreak.</summary>
    Outbreak,
}
