namespace Listening.Models.Data;

/// <summary>Which rows of a file are taken. Rows are parted by the hash of their text, so that copies of a text stay on one side.</summary>
public enum Part
{
    /// <summary>All.</summary>
    Whole,

    /// <summary>Four in five, to learn from.</summary>
    Learned,

    /// <summary>The fifth that is never learned from.</summary>
    KeptApart,
}
