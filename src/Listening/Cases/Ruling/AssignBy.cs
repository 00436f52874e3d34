namespace Listening.Cases.Ruling;

/// <summary>Whom of several a rule gives a case to.</summary>
public enum AssignBy
{
    /// <summary>One after the other.</summary>
    Turn,

    /// <summary>Who has the fewest open cases; of several the first named.</summary>
    Load,
}
