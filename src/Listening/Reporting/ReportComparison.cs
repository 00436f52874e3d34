namespace Listening.Reporting;

/// <summary>What a report's period is held against.</summary>
public enum ReportComparison
{
    /// <summary>The period of the same length before it.</summary>
    Previous,

    /// <summary>The first four weeks that are known.</summary>
    Baseline,

    /// <summary>Nothing.</summary>
    None,
}
