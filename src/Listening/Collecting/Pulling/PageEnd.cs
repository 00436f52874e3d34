namespace Listening.Collecting.Pulling;

/// <summary>Whether more follows a page.</summary>
public enum PageEnd
{
    /// <summary>There is another page behind <see cref="SourcePage.Next"/>. A short page is no end.</summary>
    More,

    /// <summary>Everything that was asked for has been given: the source itself left out what is at or below <see cref="PageRequest.After"/>, or nothing changed.</summary>
    Complete,

    /// <summary>The source shows no more. When nothing known was met on the way, posts may be missing, and a gap is recorded.</summary>
    Exhausted,
}
