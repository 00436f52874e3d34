namespace Listening.Measuring.Searching;

/// <summary>What a post can be, in the search language's <c>is:</c>.</summary>
public enum PostState
{
    /// <summary>Answers another post.</summary>
    Reply,

    /// <summary>Repeats another post unchanged.</summary>
    Repost,

    /// <summary>Was taken away.</summary>
    Deleted,

    /// <summary>Was changed by its author.</summary>
    Edited,
}
