namespace Listening.Web.Cases;

/// <summary>What somebody does at a case.</summary>
public enum PresenceKind
{
    /// <summary>Looks at it.</summary>
    Viewing,

    /// <summary>Writes an answer.</summary>
    Replying,
}
