using System.Security.Claims;
using Listening.Collecting;
using Listening.Sources.Files;
using Listening.Storing;
using Listening.Web.Security;

namespace Listening.Web.Ingesting;

/// <summary>What one request brings: gathers posts into batches, hands them to the pipeline and counts.</summary>
internal sealed class Intake(CollectingPipeline pipeline, TimeProvider time, ClaimsPrincipal sender, Arrival arrival)
{
    // Small enough that hundreds of senders at once stay in memory, large enough that a long body is a few commits.
    private const int BatchSize = 5_000;

    private readonly List<Post> _posts = [];
    private readonly Dictionary<string, long> _rejectedBySource = [];
    private readonly List<RejectedLine> _rejected = [];
    private StoreReceipt _receipt;
    private long _rejectedTotal;

    public IngestAnswer Answer => new(_receipt.Accepted, _receipt.Duplicates, _receipt.Updated, _rejected, _rejectedTotal);

    public async Task TakeAsync(ReadLine line, CancellationToken cancellationToken)
    {
        if (line.Post is null) Reject(line.Line, line.Reason!, line.Source);
        else if (!sender.MayIngest(line.Source)) Reject(line.Line, $"`source` is not one this key may send: {PostFormatException.Shown(line.Source)}", "");
        else _posts.Add(line.Post);

        if (_posts.Count >= BatchSize) await StoreAsync(cancellationToken);
    }

    public async Task StoreAsync(CancellationToken cancellationToken)
    {
        if (_posts.Count == 0 && _rejectedBySource.Count == 0) return;
        var now = time.GetUtcNow();
        var batch = new PostBatch([.. _posts.Select(post => new CollectedPost(post, now, arrival))]) { Rejected = new Dictionary<string, long>(_rejectedBySource) };
        _receipt += await pipeline.AcceptAsync(batch, cancellationToken);
        _posts.Clear();
        _rejectedBySource.Clear();
    }

    /// <summary>Counts lines that the sender could not read; they are in the books and not in the answer.</summary>
    public void NoteRefused(string source, long count)
    {
        if (!sender.MayIngest(source)) source = "";
        _rejectedBySource[source] = _rejectedBySource.GetValueOrDefault(source) + count;
    }

    private void Reject(long line, string reason, string source)
    {
        _rejectedTotal++;
        // A sender who may only send one source must not fill the books of another.
        if (!sender.MayIngest(source)) source = "";
        _rejectedBySource[source] = _rejectedBySource.GetValueOrDefault(source) + 1;
        if (_rejected.Count < IngestAnswer.MostRejectedShown) _rejected.Add(new(line, reason));
    }
}
