using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Listening.Collecting;

/// <summary>
/// The 128-bit key of a post: the first half of SHA-256 over <c>source NUL id</c>, read big-endian. Ids come from strangers, so the hash must
/// withstand somebody who looks for collisions.
/// </summary>
public static class PostKey
{
    private const int OnStack = 1024;

    /// <summary>The key of an identity.</summary>
    public static UInt128 Of(PostId post) => Of(post.Source, post.Id);

    /// <summary>The key of an identity.</summary>
    public static UInt128 Of(string source, string id)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(id);
        var most = Encoding.UTF8.GetMaxByteCount(source.Length + id.Length) + 1;
        var rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented is null ? stackalloc byte[OnStack] : rented;
        var length = Encoding.UTF8.GetBytes(source, bytes);
        bytes[length++] = 0;
        length += Encoding.UTF8.GetBytes(id, bytes[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
