using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Listening.Collecting.Pulling;

/// <summary>
/// The posts a listing gave lately, the newest first and at most <see cref="Most"/>: each as <c>ID.TEXT.REST</c>, three hashes, so that a repeat is known from an edit.
/// It saves work and tells where a walk meets the known; that nothing is stored twice is the store's doing.
/// </summary>
public sealed class SeenPosts
{
    /// <summary>How many are kept.</summary>
    public const int Most = 1000;

    private readonly List<string> entries = [];
    private readonly Dictionary<string, string> versions = new(StringComparer.Ordinal);

    /// <summary>A set of what was written before.</summary>
    public SeenPosts(IEnumerable<string> newestFirst)
    {
        foreach (var entry in newestFirst) Append(entry);
    }

    /// <summary>The entries, the newest first.</summary>
    public IReadOnlyList<string> Entries => entries.Count <= Most ? entries : entries[..Most];

    /// <summary>How a post is written here.</summary>
    public static string Entry(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var counts = post.Counts;
        var version = string.Create(
            CultureInfo.InvariantCulture,
            $"{post.EditedAt?.UtcTicks}\0{post.DeletedAt?.UtcTicks}\0{counts.Likes}\0{counts.Reposts}\0{counts.Replies}\0{counts.Views}\0{post.Author.Handle}");
        return $"{Hash($"{post.Identity.Source}\0{post.Identity.Id}", 8)}.{Hash(post.Text, 6)}.{Hash(version, 6)}";
    }

    /// <summary>Whether this post was seen, in whatever version.</summary>
    public bool Knows(string entry) => versions.ContainsKey(Id(entry));

    /// <summary>Whether exactly this version was seen last.</summary>
    public bool KnowsVersion(string entry) => versions.TryGetValue(Id(entry), out var there) && there == entry;

    /// <summary>Whether this post was seen with another text.</summary>
    public bool KnowsOtherText(string entry) => versions.TryGetValue(Id(entry), out var there) && Text(there) != Text(entry);

    /// <summary>Adds an entry behind the older ones; the first version added of a post stays.</summary>
    public void Append(string entry)
    {
        if (versions.TryAdd(Id(entry), entry)) entries.Add(entry);
    }

    private static string Id(string entry) => entry[..entry.IndexOf('.', StringComparison.Ordinal)];

    private static string Text(string entry) => entry.Split('.')[1];

    private static string Hash(string text, int bytes) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
