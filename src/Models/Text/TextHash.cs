namespace Listening.Models.Text;

/// <summary>32-bit FNV-1a over UTF-16 units, and how hashes are joined to those of n-grams. Models store nothing else of a word.</summary>
public static class TextHash
{
    /// <summary>FNV's offset basis.</summary>
    public const uint Start = 2166136261;

    private const uint Prime = 16777619;

    /// <summary>One more character.</summary>
    public static uint Add(uint hash, char letter) => (hash ^ letter) * Prime;

    /// <summary>The hash of a text.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Start;
        foreach (var letter in text) hash = Add(hash, letter);
        return hash;
    }

    /// <summary>The hash of two things in this order.</summary>
    public static uint Join(uint first, uint second) => Spread((first * 0x9E3779B1) ^ second);

    /// <summary>MurmurHash3's last step: every bit of the input moves every bit of the answer.</summary>
    public static uint Spread(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
