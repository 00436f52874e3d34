namespace Listening.Desk.Sources;

/// <summary>What came of changing the list of sources.</summary>
public enum SourceChange
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>Nothing is done: another source has this name.</summary>
    NameTaken,

    /// <summary>Nothing is done: somebody else changed it meanwhile, or it is gone.</summary>
    Overtaken,
}
