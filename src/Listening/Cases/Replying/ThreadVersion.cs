using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Listening.Collecting;
using Listening.Storing;

namespace Listening.Cases.Replying;

/// <summary>
/// A conversation's posts as a text that says whether another one came in, was edited or taken away: a hash over all of them and a short mark of each of the newest hundred. An answer
/// from here is one and the same before and after its source gives it back.
/// </summary>
public static class ThreadVersion
{
    private const int Newest = 100;
    private const int MarkLength = 6;

    /// <summary>The version of these posts, with the answers that are on their way, wait for a supervisor or are sent.</summary>
    public static string Of(IReadOnlyList<StoredPost> posts, IReadOnlyList<CaseReply> replies)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var marks = Marks(posts, replies);
        var all = SHA256.HashData(marks.Select(one => one.Mark).Order(StringComparer.Ordinal).SelectMany(mark => Convert.FromHexString(mark)).ToArray());
        var newest = marks.OrderByDescending(one => one.At).Take(Newest).SelectMany(one => Convert.FromHexString(one.Mark)).ToArray();
        var oldest = marks.Count > Newest ? marks.OrderByDescending(one => one.At).ElementAt(Newest - 1).At.UtcTicks : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(all.AsSpan(0, 8))}.{oldest}.{Base64Url.EncodeToString(newest)}");
    }

    /// <summary>
    /// The posts that <paramref name="version"/> does not know as they stand; null when it is the version of now or was never one. A version that cannot be read knows none.
    /// </summary>
    public static IReadOnlyList<StoredPost>? Since(string version, IReadOnlyList<StoredPost> posts, IReadOnlyList<CaseReply> replies)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (version == Of(posts, replies)) return null;
        var parts = version.Split('.');
        var known = new HashSet<string>(StringComparer.Ordinal);
        var oldest = 0L;
        if (parts.Length == 3 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out oldest) && Base64Url.IsValid(parts[2]))
            foreach (var mark in Base64Url.DecodeFromChars(parts[2]).Chunk(MarkLength)) known.Add(Convert.ToHexString(mark));
        return [.. Marks(posts, replies).Where(one => one.Post is not null && one.At.UtcTicks >= oldest && !known.Contains(one.Mark)).Select(one => one.Post!)];
    }

    private static List<(string Mark, DateTimeOffset At, StoredPost? Post)> Marks(IReadOnlyList<StoredPost> posts, IReadOnlyList<CaseReply> replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        var standing = replies.Where(reply => reply.State is ReplyState.Waiting or ReplyState.Sending or ReplyState.Sent or ReplyState.ToApprove).ToList();
        var ours = standing.Where(reply => reply.Post is not null).Select(reply => PostKey.Of(reply.Post!.Value)).ToHashSet();
        return
        [
            .. posts.Where(post => post.Audience == Audience.Public && !ours.Contains(post.Key)).Select(post => (MarkOf(post), post.PostedAt, (StoredPost?)post)),
            .. standing.Select(reply => (Mark(reply.Id.ToByteArray()), reply.WrittenAt, (StoredPost?)null)),
        ];
    }

    private static string MarkOf(StoredPost post)
    {
        Span<byte> bytes = stackalloc byte[32];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, post.Key);
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], post.EditedAt?.UtcTicks ?? 0);
        BinaryPrimitives.WriteInt64BigEndian(bytes[24..], post.DeletedAt?.UtcTicks ?? 0);
        return Mark(bytes);
    }

    private static string Mark(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, MarkLength));
}
