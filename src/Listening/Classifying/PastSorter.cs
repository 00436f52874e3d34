using Listening.Collecting;
using Listening.Storing;

namespace Listening.Classifying;

/// <summary>Sorts what is stored again with the models of now. Their labels are newer than older models' and never beat a person's.</summary>
public sealed class PastSorter(IStoredTexts texts, IPostClassifier classifier, ILabelStore labels, ProjectingLoop projecting, TimeProvider time)
{
    private const int Page = 2_000;
    private SortingAgain? last;

    /// <summary>How the last run goes or went; null when there was none since the start.</summary>
    public SortingAgain? Last => Volatile.Read(ref last);

    /// <summary>Sorts posts again, posted from <paramref name="from"/> on where it is given. Says how many. Run again after a break, it changes nothing twice.</summary>
    public async Task<long> SortAsync(DateTimeOffset? from, CancellationToken cancellationToken)
    {
        var run = new SortingAgain(time.GetUtcNow(), from, 0, null, null);
        try
        {
            Volatile.Write(ref last, run);
            await foreach (var page in texts.PagesAsync(Page, cancellationToken))
            {
                var posts = page.Where(post => from is null || post.SourcePostedAt >= from).ToList();
                await SortAsync(posts, cancellationToken);
                Volatile.Write(ref last, run = run with { Posts = run.Posts + posts.Count });
            }

            Volatile.Write(ref last, run with { Ended = time.GetUtcNow() });
            return run.Posts;
        }
        catch (Exception exception)
        {
            Volatile.Write(ref last, run with { Ended = time.GetUtcNow(), Failure = exception.Message });
            throw;
        }
    }

    /// <summary>
    /// Sorts what no model has sorted yet: posts that came in while sorting was switched off, or before there were models. Says how many; what has labels keeps them.
    /// </summary>
    public async Task<long> HealAsync(CancellationToken cancellationToken)
    {
        var healed = 0L;
        await foreach (var page in texts.UnsortedAsync(Page, cancellationToken))
        {
            await SortAsync(page, cancellationToken);
            healed += page.Count;
        }

        return healed;
    }

    private async Task SortAsync(IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        var byIdentity = posts.ToDictionary(post => post.Identity);
        var said = classifier.Classify(posts, cancellationToken).Where(label => LabelTasks.IsFor(label.Task, byIdentity[label.Post]));
        await labels.AppendAsync([.. said], cancellationToken);
        projecting.Wake();
    }
}
