using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Listening.Collecting;
using Listening.Store.Projecting;

namespace Listening.Store.Posts;

/// <summary>One version of a post, ready to be stored.</summary>
/// <param name="Post">Key of the identity.</param>
/// <param name="Version">
/// From the highest bit: 48 bits newest instant in ms, one bit deleted, 79 bits of the content's hash. Equal instants so sort alike whatever order they
/// come in. Counts and reach are no content.
/// </param>
/// <param name="Raw">The post in its wire form.</param>
/// <param name="Collected">The post as it came.</param>
internal sealed record PostVersion(UInt128 Post, UInt128 Version, string Raw, CollectedPost Collected)
{
    /// <summary>What models said of it.</summary>
    public SortedLabels Sorted { get; } = SortedLabels.Of(Collected.Labels);

    private const int HashBits = 79;

    /// <summary>Works out key, version and wire form; <paramref name="buffer"/> is room to write in, used again by the next.</summary>
    public static PostVersion Of(CollectedPost collected, ArrayBufferWriter<byte> buffer)
    {
        var post = collected.Post;
        buffer.ResetWrittenCount();
        PostJson.Write(buffer, post);
        var raw = Encoding.UTF8.GetString(buffer.WrittenSpan);
        if (post.Counts != new PostCounts() || post.Author.Followers is not null)
        {
            buffer.ResetWrittenCount();
            PostJson.Write(buffer, post with { Counts = new(), Author = post.Author with { Followers = null } });
        }

        return new(PostKey.Of(post.Identity), Packed(post, buffer.WrittenSpan), raw, collected);
    }

    private static UInt128 Packed(Post post, ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        var newest = Math.Max(0, Newest(post).ToUnixTimeMilliseconds());
        return ((UInt128)newest << (HashBits + 1))
            | ((post.DeletedAt is null ? UInt128.Zero : UInt128.One) << HashBits)
            | (BinaryPrimitives.ReadUInt128BigEndian(hash) >> (128 - HashBits));
    }

    private static DateTimeOffset Newest(Post post)
    {
        var newest = post.SourcePostedAt;
        if (post.EditedAt > newest) newest = post.EditedAt.Value;
        if (post.DeletedAt > newest) newest = post.DeletedAt.Value;
        return newest;
    }
}
