namespace Listening.Classifying;

/// <summary>What a public post is to the brand.</summary>
public enum Intent
{
    /// <summary>Something is wrong.</summary>
    Complaint,

    /// <summary>Something is asked.</summary>
    Question,

    /// <summary>Something is praised.</summary>
    Praise,

    /// <summary>None of these.</summary>
    Other,
}
