namespace Listening.Collecting.Pulling;

/// <summary>
/// When and from where a listing is read again. Positions cannot be reckoned with, so former watermarks are kept: the one that was set before the overlap began is where it
/// begins. A listing without order has no watermark and is read back as far as its posts' own instants say.
/// </summary>
internal static class Overlap
{
    // How finely the stretch is told apart; each mark is a line in the cursor.
    private const int Steps = 16;

    public static bool IsDue(SourceStream stream, SourceCursor cursor, DateTimeOffset now) =>
        stream.Overlap > TimeSpan.Zero && (cursor.Watermark is null ? stream.Direction == PageDirection.Backward && cursor.Completed is not null : cursor.Marks.Count > 0)
        && (cursor.OverlapRead is not { } last || now - last >= stream.OverlapEvery);

    /// <summary>The newest mark from before the overlap; the oldest there is when none is that old.</summary>
    public static string From(SourceStream stream, SourceCursor cursor, DateTimeOffset now) =>
        (cursor.Marks.FirstOrDefault(mark => mark.At <= now - stream.Overlap) ?? cursor.Marks[^1]).Position;

    /// <summary>The marks with a new one, where it is due and is another; those that nobody will begin from are forgotten.</summary>
    public static IReadOnlyList<FormerMark> Remember(SourceStream stream, SourceCursor cursor, DateTimeOffset began, string? watermark)
    {
        if (watermark is null || stream.Overlap <= TimeSpan.Zero) return cursor.Marks;
        var marks = cursor.Marks;
        if (marks.Count == 0 || (marks[0].Position != watermark && began - marks[0].At >= stream.Overlap / Steps)) marks = [new(began, watermark), .. marks];
        var old = marks.Index().FirstOrDefault(mark => mark.Item.At <= began - stream.Overlap, (Index: marks.Count - 1, Item: marks[^1])).Index;
        return [.. marks.Take(old + 1)];
    }
}
