namespace Listening.Sources.Feeds;

/// <summary>A feed as it was read.</summary>
/// <param name="Title">HTML.</param>
/// <param name="Entries">Its items in their order.</param>
internal sealed record FeedDocument(string Title, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>Further items, when the feed has pages.</summary>
    public Uri? Next { get; init; }

    /// <summary>What of it could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>
    /// Reads a body of any format; null when it is no feed. Whatever it is given it throws nothing, resolves no entity and opens no address.
    /// </summary>
    public static FeedDocument? Read(ReadOnlyMemory<byte> body, string? type, Uri address)
    {
        var text = FeedBytes.Decode(body.Span, type);
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty) return null;
        if (start[0] is '{') return JsonFeed.Read(text, address);
        return FeedXml.Parse(text) is { } xml ? XmlFeed.Read(xml.Root, address, xml.Fault) : null;
    }
}
