using Listening.Access;
using Listening.Cases.Replying;
using Listening.Collecting;
using Listening.Collecting.Replying;
using Listening.Desk.Replying;

namespace Listening.Web.Replying;

/// <summary>Shows what an answer may be, checks one against that and puts it into the outbox.</summary>
public sealed class ReplyWriting(ThreadCheck threads, IReplyChannels channels, ReplyOutbox outbox, ReplySending sending, ReplyApproval approval)
{
    /// <summary>What answers are told to be; the labels of <c>answer_kind</c>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["in_public", "moved_to_private", "link_only", "acknowledgement"];

    private const int LongestText = 40_000;

    /// <summary>What somebody needs who answers a case; null when there is none.</summary>
    public async Task<ComposerView?> ComposeAsync(long id, CancellationToken cancellationToken)
    {
        return await threads.ReadAsync(id, cancellationToken) is { } thread ? await ComposeAsync(thread, cancellationToken) : null;
    }

    /// <summary>The same for who has the thread already.</summary>
    public async Task<ComposerView> ComposeAsync(CaseThread thread, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(thread);
        var parent = new PostId(thread.Case.Source, thread.Case.PostId);
        var way = await WayAsync(thread, cancellationToken);
        var url = thread.Posts.FirstOrDefault(post => post.Identity == parent)?.Url;
        return new(
            way.Channel is not null, way.Channel is null ? $"{way.Reason} Answer there." : null, Uri.TryCreate(url, UriKind.Absolute, out var link) && link.Scheme is "https" or "http" ? link : null,
            way.Name, parent, way.Rules.Prefix("", thread.Case.Handle), way.Rules.Limit, way.Rules.Counts, thread.Version, Kinds);
    }

    /// <summary>Whether what somebody writes waits for a supervisor.</summary>
    /// <param name="mayApprove">They may approve answers of others.</param>
    public bool Holds(bool mayApprove) => approval.On && !mayApprove;

    /// <summary>Takes an answer, which is sent in five seconds or waits for a supervisor.</summary>
    /// <param name="id">The case.</param>
    /// <param name="request">The answer.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="agent">Their name for customers.</param>
    /// <param name="mayApprove">Whether they may approve answers of others.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IResult> WriteAsync(long id, ReplyRequest request, Actor by, string agent, bool mayApprove, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(by);
        if (await threads.ReadAsync(id, cancellationToken) is not { } thread) return ReplyProblem.NoCase();
        var text = ReplyText.Fill(Tidy(request.Text), thread.Case, agent);
        if (string.IsNullOrEmpty(request.Thread)) return ReplyProblem.Faulty("thread is the version of the thread that the composer told.");
        if (FaultOf(request.Kind, text) is { } faulty) return ReplyProblem.Faulty(faulty);
        var way = await WayAsync(thread, cancellationToken);
        if (way.Channel is null) return ReplyProblem.NoChannel($"{way.Reason} Answer there.");
        if (way.Rules.Fault(text, thread.Case.Handle) is { } fault) return ReplyProblem.Faulty(fault);
        if (ThreadVersion.Since(request.Thread, thread.Posts, thread.Replies) is { } news) return ReplyProblem.Moved(news, thread);
        var kept = await outbox.AddAsync(
            new(id, way.Source!.Value, new(thread.Case.Source, thread.Case.PostId), text)
            {
                Language = thread.Case.Language is { Length: 2 } language ? language : null,
                Kind = request.Kind,
                Held = Holds(mayApprove),
                Resolve = request.Resolve ?? false,
                Thread = request.Thread,
                Known = [.. thread.Replies.Select(reply => reply.Id)],
            },
            by, cancellationToken);
        if (kept is null) return ReplyProblem.Moved([], await threads.ReadAsync(id, cancellationToken) ?? thread);
        sending.Wake();
        return TypedResults.Accepted($"/api/v1/cases/{id}", new ReplyAccepted(kept.Id, kept.Next, text));
    }

    /// <summary>Without NUL and blanks around it, lines ended as networks end them.</summary>
    internal static string Tidy(string? text) => (text ?? "").Replace("\0", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    /// <summary>What is no kind of answer or taken by no network, in a sentence; null when nothing.</summary>
    internal static string? FaultOf(string? kind, string text) => kind is not null && !Kinds.Contains(kind) ? $"kind is one of {string.Join(", ", Kinds)}."
        : text.Length > LongestText || text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t')) ? "The text is too long or has control characters in it." : null;

    /// <summary>The way by which a case's post is answered; where there is none it says why.</summary>
    internal async Task<ReplyWay> WayAsync(CaseThread thread, CancellationToken cancellationToken)
    {
        var parent = new PostId(thread.Case.Source, thread.Case.PostId);
        if (thread.Posts.FirstOrDefault(post => post.Identity == parent) is { DeletedAt: not null }) return ReplyWay.None("Its author took the post away.");
        return await channels.FindAsync(parent, thread.Case.Brand, cancellationToken);
    }
}
