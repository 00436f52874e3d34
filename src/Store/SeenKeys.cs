using System.Runtime.InteropServices;

namespace Listening.Store;

/// <summary>
/// Which keys were seen, in little memory: "no" is certain, "yes" is wrong less than once in a hundred. Two bytes a key up to 33 million, then no more
/// memory and "yes" more often. Keys are halves of SHA-256, so their own bits choose the places.
/// Source: Putze, Sanders, Singler: Cache-, Hash- and Space-Efficient Bloom Filters (2007), "blocked".
/// </summary>
internal sealed class SeenKeys
{
    private const int WordsOfBlock = 8;
    private const int BitsOfKey = 16;
    private const int Places = 6;
    private const int First = 1 << 19;
    private const long Most = 1 << 25;
    private readonly Lock gate = new();
    private readonly List<ulong[]> layers = [];
    private long room;
    private long all;

    /// <summary>Takes keys in; any number of threads at once.</summary>
    public void Add(IEnumerable<UInt128> keys)
    {
        lock (gate)
            foreach (var key in keys)
            {
                if (room == 0) Grow();
                Set(layers[^1], key);
                room--;
            }
    }

    /// <summary>False: it never was taken in. Not while somebody adds.</summary>
    public bool MayHave(UInt128 key)
    {
        foreach (var layer in CollectionsMarshal.AsSpan(layers))
            if (Has(layer, key))
                return true;
        return false;
    }

    // Each layer has room for as many as all before it.
    private void Grow()
    {
        if (all >= Most)
        {
            room = long.MaxValue;
            return;
        }

        room = Math.Max(First, all);
        all += room;
        layers.Add(new ulong[room * BitsOfKey / 64]);
    }

    // The upper half chooses the block, nine bits of the lower half each place in it: a key costs one miss of the processor's cache.
    private static Span<ulong> Block(ulong[] layer, UInt128 key)
    {
        var blocks = (ulong)(layer.Length / WordsOfBlock);
        return layer.AsSpan((int)Math.BigMul((ulong)(key >> 64), blocks, out _) * WordsOfBlock, WordsOfBlock);
    }

    private static void Set(ulong[] layer, UInt128 key)
    {
        var block = Block(layer, key);
        var bits = (ulong)key;
        for (var i = 0; i < Places; i++, bits >>= 9) block[(int)(bits >> 6) & 7] |= 1UL << (int)(bits & 63);
    }

    private static bool Has(ulong[] layer, UInt128 key)
    {
        var block = Block(layer, key);
        var bits = (ulong)key;
        for (var i = 0; i < Places; i++, bits >>= 9)
            if ((block[(int)(bits >> 6) & 7] & (1UL << (int)(bits & 63))) == 0)
                return false;
        return true;
    }
}
