namespace Listening.Classifying;

/// <summary>Whether a public post is about us.</summary>
public enum Relevance
{
    /// <summary>About us, or not judged yet.</summary>
    AboutUs,

    /// <summary>Judged to be about something else.</summary>
    NotUs,

    /// <summary>Judged to be spam.</summary>
    Spam,

    /// <summary>Ruled out by the brand's <c>exclude</c> terms.</summary>
    Excluded,
}
