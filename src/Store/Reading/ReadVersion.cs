using System.Text;
using Listening.Collecting;
using Listening.Store.Projecting;
using Listening.Storing;

namespace Listening.Store.Reading;

/// <summary>A stored version, from a row of <c>SortedVersions.sql</c>.</summary>
/// <param name="Version">What orders it among those of its post.</param>
/// <param name="Post">As its source told it.</param>
/// <param name="Sorted">What models said of it when it was stored.</param>
internal sealed record ReadVersion(UInt128 Version, Post Post, SortedLabels Sorted)
{
    public static ReadVersion Of(FactRow row) =>
        new(row.Get<UInt128>("version"), PostJson.Read(Encoding.UTF8.GetBytes(row.Get<string>("raw"))), SortedLabels.Of(row));

    /// <summary>A post's history from its versions, the oldest first, and what else was said of it.</summary>
    public static PostHistory History(StoredPost current, IReadOnlyList<ReadVersion> versions, PostLabels labels) =>
        new(current, [.. versions.Select(version => Told(version.Post, current.DeletedAt is not null))])
        {
            Labels = [.. labels.With(Shown(versions)).Said.OrderBy(said => said.Task, StringComparer.Ordinal).Select(said => said.Label.Of(current.Identity, said.Task))],
        };

    // As PostAssembly chooses: the newest that is not a deletion.
    private static SortedLabels Shown(IReadOnlyList<ReadVersion> versions) => versions
        .Where(version => version.Post.DeletedAt is null)
        .OrderByDescending(version => version.Post.EditedAt is not null).ThenByDescending(version => version.Version)
        .Select(version => version.Sorted).FirstOrDefault(SortedLabels.None);

    private static Post Told(Post version, bool deleted) =>
        deleted ? version with { Text = "", Html = null, Attachments = [], Author = version.Author with { Name = null } } : version;
}
