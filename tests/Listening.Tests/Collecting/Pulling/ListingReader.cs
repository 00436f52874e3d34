using Listening.Collecting;
using Listening.Collecting.Pulling;

namespace Listening.Tests.Collecting.Pulling;

/// <summary>A listing in memory, read backward or forward, whose answers a test may bend.</summary>
internal sealed class ListingReader(PageDirection direction, int pageSize = 10) : ISourceReader
{
    public static readonly SourceStream Backward = new("list", PageDirection.Backward);
    public static readonly SourceStream Forward = new("list", PageDirection.Forward);

    private int calls;

    public IReadOnlyList<SourceStream> Streams => [Stream];

    public SourceStream Stream { get; set; } = direction == PageDirection.Backward ? Backward : Forward;

    /// <summary>In the order of the source, the oldest first.</summary>
    public List<(string Id, int Place)> Items { get; } = [];

    public List<PageRequest> Requests { get; } = [];

    /// <summary>Changes the answer to the n-th call, from 1.</summary>
    public Func<int, PageAnswer, PageAnswer> Bend { get; set; } = (_, answer) => answer;

    public void Add(int count)
    {
        for (var i = 0; i < count; i++) Items.Add(($"p{Items.Count + 1}", Items.Count + 1));
    }

    public Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add(request);
        return Task.FromResult(Bend(++calls, direction == PageDirection.Backward ? Older(request) : Newer(request)));
    }

    private SourcePage Older(PageRequest request)
    {
        var below = request.Resume is { } token ? int.Parse(token, null) : int.MaxValue;
        var page = Items.Where(item => item.Place < below).OrderByDescending(item => item.Place).Take(pageSize).Select(Read).ToList();
        var more = page.Count > 0 && Items.Any(item => string.CompareOrdinal(Position(item.Place), page[^1].Position) < 0);
        return new(page, more ? PageEnd.More : PageEnd.Exhausted) { Next = more ? int.Parse(page[^1].Position!, null).ToString((IFormatProvider?)null) : null };
    }

    private SourcePage Newer(PageRequest request)
    {
        var above = request.After is { } token ? int.Parse(token, null) : 0;
        var left = Items.Where(item => item.Place > above).OrderBy(item => item.Place).ToList();
        var page = left.Take(pageSize).ToList();
        return new([.. page.Select(Read)], left.Count > page.Count ? PageEnd.More : PageEnd.Complete)
        {
            Next = page.Count > 0 ? page[^1].Place.ToString((IFormatProvider?)null) : null,
        };
    }

    private static PageItem Read((string Id, int Place) item) => new(Post(item.Id, item.Place), Position(item.Place));

    private static Post Post(string id, int place) => Some.Post(id, at: Some.Instant.AddSeconds(place));

    private static string Position(int place) => Positions.Of((ulong)place);
}
