namespace Listening.Measuring;

/// <summary>How a period is cut, in the reporting time zone.</summary>
public enum Interval
{
    /// <summary>Not cut.</summary>
    None,

    /// <summary>By minute.</summary>
    Minute,

    /// <summary>By local hour.</summary>
    Hour,

    /// <summary>By local day.</summary>
    Day,

    /// <summary>By local week, from the reporting week start.</summary>
    Week,

    /// <summary>By local month.</summary>
    Month,
}
