namespace Listening.Collecting.Pulling;

/// <summary>What it takes to use a source.</summary>
public enum AccountNeed
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An account or key that costs nothing.</summary>
    Free,

    /// <summary>An account that is paid for.</summary>
    Paid,
}
