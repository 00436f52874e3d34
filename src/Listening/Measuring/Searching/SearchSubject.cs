namespace Listening.Measuring.Searching;

/// <summary>What a search looks for: fields that the other does not have are refused.</summary>
public enum SearchSubject
{
    /// <summary>Posts, and waits by the post that opened them.</summary>
    Posts,

    /// <summary>Cases at the desk.</summary>
    Cases,
}
