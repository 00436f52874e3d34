using System.Globalization;
using System.Runtime.InteropServices;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Pushing;
using Listening.Sources.Files;

namespace Listening.Sources.Webhook;

/// <summary>Reads what was sent and signed. The same body sent again changes nothing, since posts are known by their ids.</summary>
internal sealed class WebhookReader(string source, string secret) : ISourceReader, IPushReader
{
    private const int ReasonsKept = 100;

    public IReadOnlyList<SourceStream> Streams { get; } = [new("nothing", PageDirection.Forward) { Overlap = TimeSpan.Zero }];

    public Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken) => Task.FromResult<PageAnswer>(SourcePage.Unchanged);

    public async Task<PushAnswer> ReadAsync(PushedRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!SignedBody.IsRight(secret, "v1", request.Header("X-Listening-Timestamp"), request.Body.Span, request.Header("X-Listening-Signature"), request.Now)) return new PushRefused();
        var (posts, rejected) = (new List<Post>(), new List<string>());
        await using var body = MemoryMarshal.TryGetArray(request.Body, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(request.Body.ToArray());
        await foreach (var line in JsonPostReader.ReadAsync(body, cancellationToken))
        {
            // Whoever knows one source's secret writes no other's posts.
            var fault = line.Post is null ? line.Reason : line.Source != source ? $"`source` is not {source}" : null;
            if (fault is null) posts.Add(line.Post!);
            else if (rejected.Count < ReasonsKept) rejected.Add(string.Create(CultureInfo.InvariantCulture, $"line {line.Line}: {fault}"));
        }

        return new PushedPosts(posts, rejected);
    }
}
