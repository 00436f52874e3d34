using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>What the contract's tests must know of a connector: how to build it, and how its source would answer.</summary>
internal abstract class ConnectorStub
{
    /// <summary>A credential that may stand in no log, reason or cursor; give it as every secret setting.</summary>
    public const string Secret = "s3cr3t-T0ken-of-the-test";

    /// <summary>The connector over the test's way out.</summary>
    public abstract IConnector Build(OutgoingHttp http, TimeProvider time);

    /// <summary>Settings that lead to the stub.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings(Uri stub);

    /// <summary>
    /// Answers as the source would that holds <paramref name="posts"/>, the oldest first, in the pages that the request asks for. Each post's text is
    /// <see cref="StubPost.Text"/>, and its id the source's own way of writing <see cref="StubPost.Number"/>.
    /// </summary>
    public abstract StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts);

    /// <summary>How many posts one answer holds at most: what is newer than that many must still be found.</summary>
    public virtual int PageSize => 20;

    /// <summary>Whether the source shows further pages at all; where not, what scrolled off is a gap.</summary>
    public virtual bool HasPages => true;

    /// <summary>Posts with instants as a server gives them that stamps what comes in itself: they never go back.</summary>
    protected static IReadOnlyList<StubPost> Stamped(IReadOnlyList<StubPost> posts)
    {
        var newest = DateTimeOffset.MinValue;
        return [.. posts.Select(post => post with { At = newest = post.At > newest ? post.At : newest })];
    }

    /// <inheritdoc/>
    public override string ToString() => GetType().Name.Replace("Stub", "", StringComparison.Ordinal);
}
