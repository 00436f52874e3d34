using Listening.Collecting;
using Listening.Storing;

namespace Listening.Sources.Simulated;

/// <summary>Lets a visitor of the demo answer in our brand's name; the simulated customer answers back: see <see cref="CustomerAnswer"/>.</summary>
public sealed class DemoReplies(CollectingPipeline pipeline, TimeProvider time)
{
    /// <summary>How long the customer takes.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);

    /// <summary>Longest answer, in characters.</summary>
    public const int Longest = 500;

    private long told;

    /// <summary>Stores the visitor's answer to <paramref name="asked"/>, which closes its wait, and gives it.</summary>
    public Task<Post> ReplyAsync(StoredPost asked, string text, CancellationToken cancellationToken) => ReplyAsync(asked, text, NextId(), cancellationToken);

    /// <summary>The same with the answer's own id.</summary>
    public async Task<Post> ReplyAsync(StoredPost asked, string text, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(text);
        var reply = Written(asked.Identity, SimulatedConversation.Account(SimulatedBrands.Own), asked.Author, text, id);
        await pipeline.AcceptAsync([reply], Arrival.Live, cancellationToken);
        return reply;
    }

    /// <summary>Stores what the customer says to <paramref name="reply"/>, and gives it.</summary>
    public async Task<Post> AnswerAsync(StoredPost asked, Post reply, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(reply);
        var said = CustomerAnswer.To(asked.Identity, reply.Text[(asked.Author.Handle.Length + 2)..]);
        var post = Written(reply.Identity, asked.Author, reply.Author, said.Text, NextId());
        var answer = new SimulatedPost(post, said.Intent, asked.Labels.GetValueOrDefault("topic", "other")) { Sentiment = said.Sentiment };
        await pipeline.AcceptAsync(new PostBatch([answer.Collected(time.GetUtcNow(), Arrival.Live)]), cancellationToken);
        return post;
    }

    private string NextId() => $"demo-{time.GetUtcNow().UtcTicks:x}-{Interlocked.Increment(ref told)}";

    private Post Written(PostId parent, Author author, Author to, string text, string id)
    {
        var now = time.GetUtcNow();
        return new Post
        {
            Identity = new(parent.Source, id),
            Author = author,
            Text = $"@{to.Handle} {text}",
            SourcePostedAt = now.WholeMilliseconds(),
            InReplyTo = parent.Id,
            Channel = SimulatedWorld.Channel,
            Language = "en",
            Url = $"https://simulated.invalid/{parent.Source}/{id}",
            Mentions = [to.Handle],
        };
    }
}
