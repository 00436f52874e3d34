using Listening.Collecting.Pulling;
using Listening.Collecting.Streaming;
using Listening.Storing;
using Microsoft.Extensions.Logging;

namespace Listening.Collecting.Following;

/// <summary>
/// Reads the answers to every open conversation again until it is decided, so that a reply that was sent outside Listening closes its wait. What it has read it keeps in
/// memory alone: after a start every open conversation is read once.
/// </summary>
public sealed partial class ConversationFollower(
    IOpenConversations open, ISourceList sources, ISourceStates states, SourceOpening opening, StreamIntake intake, IStoredPosts stored, TimeProvider time,
    ILogger<ConversationFollower> logger)
{
    // A source's own pace holds besides; what is left is due the next time.
    private const int MostThreads = 30;
    private const int MostPages = 5;
    private const int MostOpen = 5000;
    private readonly Dictionary<(Guid Source, PostId Opener), DateTimeOffset> read = [];

    /// <summary>Reads what is due, source by source, and says how many conversations that were. What a source does wrong ends its turn; what the store throws is thrown.</summary>
    public async Task<int> FollowAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var conversations = await open.ReadAsync(now - FollowingSteps.Last, MostOpen, cancellationToken);
        Forget(conversations);
        var followed = 0;
        foreach (var source in await sources.ListAsync(cancellationToken))
        {
            var due = conversations.Where(one => IsOf(source, one.Opener) && FollowingSteps.IsDue(one.OpenedAt, At(source, one.Opener), now)).Take(MostThreads).ToList();
            if (due.Count == 0 || source.Paused || IsToBeLeftAlone(await states.ReadAsync(source.Id, cancellationToken), now)) continue;
            followed += await FollowAsync(source, due, cancellationToken);
        }

        return followed;
    }

    // Ids that hold on a whole network are named by the kind, those of one server or workspace by the source's own name.
    private static bool IsOf(ConfiguredSource source, PostId post) => post.Source == source.Kind || post.Source == source.Name;

    private static bool IsToBeLeftAlone(SourceState state, DateTimeOffset now) => state.Stopped || state.NotBefore > now;

    private DateTimeOffset? At(ConfiguredSource source, PostId opener) => read.TryGetValue((source.Id, opener), out var at) ? at : null;

    private void Forget(IReadOnlyList<OpenConversation> conversations)
    {
        var still = conversations.Select(one => one.Opener).ToHashSet();
        foreach (var key in read.Keys.Where(key => !still.Contains(key.Opener)).ToList()) read.Remove(key);
    }

    private async Task<int> FollowAsync(ConfiguredSource source, List<OpenConversation> due, CancellationToken cancellationToken)
    {
        var reader = await OpenAsync(source, cancellationToken);
        if (reader is not (IThreadReader or IPostChecker)) return 0;
        var failure = reader is IPostChecker checker ? await CheckAsync(checker, due, cancellationToken) : null;
        var done = 0;
        foreach (var one in due)
        {
            if (failure is not null) break;
            if (reader is IThreadReader threads) failure = await ReadAsync(threads, one.Opener.Id, cancellationToken);
            if (failure is not null) break;
            read[(source.Id, one.Opener)] = time.GetUtcNow();
            done++;
        }

        if (failure is not null) LogFailed(source.Name, failure.Kind, failure.Reason, due.Count - done);
        return done;
    }

    private async Task<ISourceReader?> OpenAsync(ConfiguredSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await opening.OpenAsync(source.Name, source.Kind, source.Values, cancellationToken);
        }
        catch (Exception fault) when (fault is SourceSettingsException or Access.SecretUnreadableException)
        {
            // Its own pull says so on the sources' page.
            LogFailed(source.Name, FailureKind.Misconfigured, fault.Message, 0);
            return null;
        }
    }

    private async Task<PageFailure?> ReadAsync(IThreadReader threads, string id, CancellationToken cancellationToken)
    {
        string? resume = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await threads.ReadThreadAsync(id, resume, cancellationToken);
            if (answer is PageFailure failure) return failure.Kind is FailureKind.Unreadable or FailureKind.Misconfigured ? null : failure;
            if (answer is not SourcePage found) return null;
            await intake.TakeAsync([.. found.Items.Select(item => new StreamedPost(item.Post))], cancellationToken);
            if (found.End != PageEnd.More || found.Next is null) return null;
            resume = found.Next;
        }

        return null;
    }

    private async Task<PageFailure?> CheckAsync(IPostChecker checker, List<OpenConversation> due, CancellationToken cancellationToken)
    {
        foreach (var some in due.Chunk(checker.MostIds))
        {
            var answer = await checker.CheckAsync([.. some.Select(one => one.Opener.Id)], cancellationToken);
            if (answer is PageFailure failure) return failure;
            if (answer is CheckedPosts found) await TakeAsync(found, some, cancellationToken);
        }

        return null;
    }

    private async Task TakeAsync(CheckedPosts found, OpenConversation[] asked, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = (await stored.NewestAsync([.. asked.Select(one => one.Opener)], cancellationToken)).ToDictionary(post => post.Identity);
        // Another text without an instant of its own is an edit of now, else the order of the versions would be by chance.
        var posts = found.Posts.Select(post => post.EditedAt is null && before.TryGetValue(post.Identity, out var known) && known.Text != post.Text ? post with { EditedAt = now } : post);
        var missing = found.Missing.ToHashSet(StringComparer.Ordinal);
        var gone = asked.Where(one => missing.Contains(one.Opener.Id)).Select(one => new StreamedDeletion(one.Opener, now));
        await intake.TakeAsync([.. posts.Select(post => (StreamEvent)new StreamedPost(post)), .. gone], cancellationToken);
    }

    [LoggerMessage(1521, LogLevel.Warning, "The open conversations of {Source} could not be read again ({Kind}): {Reason}. {Left} are left for the next time")]
    private partial void LogFailed(string source, FailureKind kind, string reason, int left);
}
