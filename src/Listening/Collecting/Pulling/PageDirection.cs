namespace Listening.Collecting.Pulling;

/// <summary>Which way the pages of a listing lead.</summary>
public enum PageDirection
{
    /// <summary>
    /// Newest first, and further pages are older. The run walks back until it meets what it knows and only then moves the watermark.
    /// </summary>
    Backward,

    /// <summary>From a mark onwards, oldest page first. The mark moves with every page that is stored.</summary>
    Forward,
}
