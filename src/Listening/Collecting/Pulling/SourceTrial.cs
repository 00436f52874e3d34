using Listening.Access;
using Microsoft.Extensions.Logging;

namespace Listening.Collecting.Pulling;

/// <summary>Tries settings: reads a few pages and stores nothing, neither posts nor a cursor.</summary>
public sealed partial class SourceTrial(SourceOpening opening, TimeProvider time, ILogger<SourceTrial> logger)
{
    /// <summary>The most pages.</summary>
    public const int MostPages = 10;

    private const int MostPosts = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);

    /// <summary>
    /// Reads up to <paramref name="pages"/> pages, of each listing in turn. Throws <see cref="SourceSettingsException"/>; what else goes wrong is in the report.
    /// </summary>
    public async Task<TrialReport> RunAsync(string name, string kind, IReadOnlyDictionary<string, string> values, int pages, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Longest, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var posts = new List<Post>();
        try
        {
            var reader = new CarefulReader(await opening.OpenAsync(name, kind, values, cancellationToken), fault => LogFault(kind, fault));
            return new(posts, await ReadAsync(reader, posts, pages, ended.Token));
        }
        catch (SecretUnreadableException fault)
        {
            return new(posts, new(FailureKind.Unauthorised, fault.Message));
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new(posts, new(FailureKind.Unreachable, $"no answer within {Longest.TotalSeconds:0} seconds"));
        }
    }

    private async Task<PageFailure?> ReadAsync(CarefulReader reader, List<Post> posts, int pages, CancellationToken cancellationToken)
    {
        var walks = new Queue<(SourceStream Stream, string? Mark)>(reader.Streams.Select(stream => (stream, (string?)null)));
        for (var read = 0; read < pages && posts.Count < MostPosts && walks.TryDequeue(out var walk); read++)
        {
            var backward = walk.Stream.Direction == PageDirection.Backward;
            var since = time.GetUtcNow() - walk.Stream.FirstReach;
            var answer = await reader.ReadAsync(
                new(walk.Stream.Name) { Resume = backward ? walk.Mark : null, After = backward ? null : walk.Mark, Since = since }, cancellationToken);
            if (answer is PageFailure failure) return failure;
            var page = (SourcePage)answer;
            posts.AddRange(page.Items.Select(item => item.Post).Take(MostPosts - posts.Count));
            if (page.End == PageEnd.More && page.Next is { } next) walks.Enqueue((walk.Stream, next));
        }

        return null;
    }

    [LoggerMessage(1505, LogLevel.Error, "The connector {Kind} failed by a fault of its own while it was tried: {Fault}")]
    private partial void LogFault(string kind, string fault);
}
