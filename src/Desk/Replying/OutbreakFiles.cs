using Listening.Cases;
using Listening.Cases.Replying;
using Listening.Desk.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Replying;

/// <summary>The cases of an outbreak as they are answered together.</summary>
public sealed class OutbreakFiles(DeskStore store, CaseRules rules, TimeProvider time)
{
    private const int Slice = 500;

    /// <summary>Those that need an answer, what matters most first; with <paramref name="answered"/> also those that were answered from here, resolved ones too.</summary>
    public Task<List<OutbreakFile>> ReadAsync(long outbreak, bool answered, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.ReadAsync(
            async desk =>
            {
                var (sent, all) = (OnTheirWay(desk), desk.Cases.Where(row => row.Outbreak != null && row.Outbreak == outbreak));
                var needing = all.Where(CaseViews.Of(desk, CaseView.NeedsAnswer, "", now, rules));
                var wanted = answered ? all.Where(row => row.MergedInto == null && (needing.Any(one => one.Id == row.Id) || sent.Any(reply => reply.CaseId == row.Id))) : needing;
                var cases = await wanted.OrderBy(row => row.Rank).ThenBy(row => row.Id).ToListAsync(cancellationToken);
                var replies = new List<CaseReply>();
                foreach (var ids in cases.Select(row => row.Id).Chunk(Slice)) replies.AddRange(await sent.Where(reply => ids.Contains(reply.CaseId)).ToListAsync(cancellationToken));
                var byCase = replies.ToLookup(reply => reply.CaseId);
                return cases.ConvertAll(row => new OutbreakFile(row, [.. byCase[row.Id]]));
            },
            cancellationToken);
    }

    private static IQueryable<CaseReply> OnTheirWay(DeskContext desk) =>
        desk.CaseReplies.Where(row => row.State == ReplyState.Waiting || row.State == ReplyState.Sending || row.State == ReplyState.Sent || row.State == ReplyState.ToApprove);
}
