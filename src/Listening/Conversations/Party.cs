namespace Listening.Conversations;

/// <summary>What an author is to us.</summary>
public enum Party
{
    /// <summary>Everyone else in public.</summary>
    Customer,

    /// <summary>A handle or alias in our registry.</summary>
    Own,

    /// <summary>A registered competitor's.</summary>
    Competitor,

    /// <summary>Any other known brand account.</summary>
    OtherBrand,

    /// <summary>The author of an internal post.</summary>
    Employee,

    /// <summary>A declared bot, or an own reply that machines wrote.</summary>
    Automated,
}
