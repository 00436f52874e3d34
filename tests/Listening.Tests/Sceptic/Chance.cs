using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Listening.Tests.Sceptic;

/// <summary>Numbers that look like chance and are the same in every run: SHA-256 of a seed, a purpose and a thread.</summary>
public sealed record Chance(string Seed)
{
    /// <summary>A number in [0, <paramref name="below"/>).</summary>
    public int Draw(string purpose, string thread, int below) =>
        (int)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}/{purpose}/{thread}"))) % (uint)below);

    /// <summary>Whether this thread is among the <paramref name="percent"/> that the purpose takes.</summary>
    public bool Takes(string purpose, string thread, int percent) => Draw(purpose, thread, 100) < percent;

    /// <summary>The same items in an order that only the seed decides.</summary>
    public IReadOnlyList<T> Shuffle<T>(IReadOnlyList<T> items) =>
        [.. items.Select((item, at) => (item, at)).OrderBy(pair => Draw("shuffle", $"{pair.at}", int.MaxValue)).Select(pair => pair.item)];
}
