namespace Listening.Collecting;

/// <summary>Who may read a post where it was written.</summary>
public enum Audience
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>People inside the company.</summary>
    Internal,
}
