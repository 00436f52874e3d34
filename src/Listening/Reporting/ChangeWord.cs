namespace Listening.Reporting;

/// <summary>What a change is to us.</summary>
public enum ChangeWord
{
    /// <summary>Neither: nothing changed, or more is neither good nor bad.</summary>
    None,

    /// <summary>Better than before.</summary>
    Better,

    /// <summary>Worse than before.</summary>
    Worse,
}
