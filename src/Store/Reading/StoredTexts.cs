using System.Runtime.CompilerServices;
using System.Text;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Reading;

/// <summary>Reads the words of posts as they stand, and what persons said of them.</summary>
public sealed class StoredTexts : IStoredTexts, ICorrections
{
    private readonly IClickHouse clickHouse;

    internal StoredTexts(IClickHouse clickHouse) => this.clickHouse = clickHouse;

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<Post>> PagesAsync(int page, CancellationToken cancellationToken) => PagesAsync("Reading/StoredTexts.sql", page, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<Post>> UnsortedAsync(int page, CancellationToken cancellationToken) => PagesAsync("Reading/UnsortedTexts.sql", page, cancellationToken);

    private async IAsyncEnumerable<IReadOnlyList<Post>> PagesAsync(string file, int page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = UInt128.Zero;
        for (var read = page; read == page;)
        {
            read = 0;
            var posts = new List<Post>(page);
            await foreach (var row in clickHouse.ReadAsync(Sql.Of(file, ("after", after), ("page", (uint)page)), cancellationToken))
            {
                read++;
                after = row.Get<UInt128>("post");
                if (PostOf(row) is { } post) posts.Add(post);
            }

            if (posts.Count > 0) yield return posts;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Correction>> ReadAsync(string task, CancellationToken cancellationToken)
    {
        var corrections = new List<Correction>();
        await foreach (var row in clickHouse.ReadAsync(Sql.Of("Reading/Corrections.sql", ("task", task)), cancellationToken))
            if (PostOf(row) is { } post)
                corrections.Add(new(post.Identity, post.Text, row.Get<string>("value"), row.Get<DateTimeOffset>("at"), row.Get<string>("who")));
        return corrections;
    }

    private static Post? PostOf(FactRow row) =>
        PostJson.Read(Encoding.UTF8.GetBytes(row.Get<string>("raw"))) is { DeletedAt: null, Text.Length: > 0 } post ? post : null;
}
