using Listening.Access;
using Listening.Cases;
using Listening.Conversations;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>Writes cases and their history in one transaction.</summary>
internal static class CaseTurn
{
    /// <summary>Who stands in the history for what was seen in public.</summary>
    public static Actor Seen { get; } = new("listening", null);

    /// <summary>To the millisecond, as both databases and the truth keep it; later than the case's last change.</summary>
    public static DateTimeOffset After(Case? before, DateTimeOffset now)
    {
        var whole = now.WholeMilliseconds();
        return before is not null && before.Changed >= whole ? before.Changed.AddMilliseconds(1) : whole;
    }

    /// <summary>The revision of what is written now. Writers take turns, so a greater one is committed later.</summary>
    public static async Task<long> NextRevisionAsync(DeskContext desk, CancellationToken cancellationToken) =>
        (await desk.Cases.MaxAsync(row => (long?)row.Revision, cancellationToken) ?? 0) + 1;

    /// <summary>Says that something of a case is new that does not stand in its row: who follows cases hears of it.</summary>
    public static async Task TouchAsync(DeskContext desk, long id, CancellationToken cancellationToken)
    {
        var revision = await NextRevisionAsync(desk, cancellationToken);
        await desk.Cases.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Revision, revision), cancellationToken);
    }

    /// <summary>One conditional update, under the next revision: false when the case is not the version it was.</summary>
    public static async Task<bool> ReplaceAsync(DeskContext desk, Case before, Case next, CancellationToken cancellationToken)
    {
        var revision = await NextRevisionAsync(desk, cancellationToken);
        return await desk.Cases.Where(row => row.Id == before.Id && row.Version == before.Version).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Conversation, next.Conversation)
                .SetProperty(row => row.Post, next.Post).SetProperty(row => row.Source, next.Source).SetProperty(row => row.PostId, next.PostId)
                .SetProperty(row => row.Handle, next.Handle).SetProperty(row => row.Name, next.Name).SetProperty(row => row.Followers, next.Followers)
                .SetProperty(row => row.Snippet, next.Snippet).SetProperty(row => row.Language, next.Language).SetProperty(row => row.Intent, next.Intent)
                .SetProperty(row => row.Sentiment, next.Sentiment).SetProperty(row => row.Topic, next.Topic)
                .SetProperty(row => row.OpenedAt, next.OpenedAt).SetProperty(row => row.Due, next.Due).SetProperty(row => row.Later, next.Later).SetProperty(row => row.Waiting, next.Waiting)
                .SetProperty(row => row.AnsweredAt, next.AnsweredAt).SetProperty(row => row.Rival, next.Rival).SetProperty(row => row.RivalAt, next.RivalAt)
                .SetProperty(row => row.Episode, next.Episode).SetProperty(row => row.Assignee, next.Assignee)
                .SetProperty(row => row.SnoozedUntil, next.SnoozedUntil).SetProperty(row => row.ResolvedAt, next.ResolvedAt)
                .SetProperty(row => row.Outcome, next.Outcome).SetProperty(row => row.Reason, next.Reason)
                .SetProperty(row => row.Priority, next.Priority).SetProperty(row => row.Reasons, next.Reasons).SetProperty(row => row.Rank, next.Ranked().Rank)
                .SetProperty(row => row.Floor, next.Floor).SetProperty(row => row.FloorBy, next.FloorBy).SetProperty(row => row.Muted, next.Muted)
                .SetProperty(row => row.Outbreak, next.Outbreak)
                .SetProperty(row => row.Team, next.Team).SetProperty(row => row.Promise, next.Promise).SetProperty(row => row.PromiseDue, next.PromiseDue)
                .SetProperty(row => row.MergedInto, next.MergedInto).SetProperty(row => row.Revision, revision)
                .SetProperty(row => row.Changed, next.Changed).SetProperty(row => row.Version, next.Version),
            cancellationToken) == 1;
    }

    /// <summary>Adds a line to the history.</summary>
    public static void Note(DeskContext desk, long id, DateTimeOffset at, Actor by, CaseAction action, string? detail, CaseEventKind? heard = null, string? reason = null, UInt128? about = null) =>
        desk.CaseEvents.Add(new()
        {
            Event = Guid.NewGuid(),
            CaseId = id,
            At = at,
            By = by.Name,
            Address = by.Address,
            Action = action,
            Detail = detail,
            Heard = heard,
            Reason = reason,
            About = about,
        });
}
