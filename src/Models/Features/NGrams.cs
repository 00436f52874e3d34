using Listening.Models.Text;

namespace Listening.Models.Features;

/// <summary>
/// Words 1 to 3, the pair of words with one between, and 2 to 5 letters inside a word with its two ends, each hashed into its own table of
/// <see cref="TableSize"/> buckets (Weinberger et al. 2009, "Feature hashing for large scale multitask learning").
/// </summary>
public static class NGrams
{
    /// <summary>Buckets of one table.</summary>
    public const int TableSize = 1 << 18;

    /// <summary>Buckets of both; those of letters begin at <see cref="TableSize"/>.</summary>
    public const int Buckets = 2 * TableSize;

    private const int LongestLetters = 5;
    private const char WordBegins = '\u0002';
    private const char WordEnds = '\u0003';
    private static readonly uint Gap = TextHash.Of("*");

    /// <summary>The bucket of one word.</summary>
    public static int WordBucket(uint hash) => (int)(TextHash.Spread(hash) & (TableSize - 1));

    /// <summary>Puts the n-grams of the words of a text into <paramref name="set"/>.</summary>
    public static void Words(ReadOnlySpan<Token> tokens, BucketSet set)
    {
        uint before = 0, last = 0, pair = 0;
        for (var at = 0; at < tokens.Length; at++)
        {
            var hash = tokens[at].Hash;
            set.Add(WordBucket(hash));
            if (at >= 1)
            {
                var joined = TextHash.Join(last, hash);
                set.Add(WordBucket(joined));
                if (at >= 2)
                {
                    set.Add(WordBucket(TextHash.Join(pair, hash)));
                    set.Add(WordBucket(TextHash.Join(TextHash.Join(before, Gap), hash)));
                }

                pair = joined;
            }

            (before, last) = (last, hash);
        }
    }

    /// <summary>Puts the n-grams of the letters of a folded text into <paramref name="set"/>.</summary>
    public static void Letters(ReadOnlySpan<char> folded, BucketSet set)
    {
        Span<char> room = stackalloc char[64];
        while (!folded.IsEmpty)
        {
            var end = folded.IndexOf(' ');
            var length = end < 0 ? folded.Length : end;
            var word = length + 2 <= room.Length ? room[..(length + 2)] : new char[length + 2];
            word[0] = WordBegins;
            folded[..length].CopyTo(word[1..]);
            word[^1] = WordEnds;
            Word(word, set);
            folded = end < 0 ? [] : folded[(end + 1)..];
        }
    }

    private static void Word(ReadOnlySpan<char> word, BucketSet set)
    {
        for (var start = 0; start < word.Length - 1; start++)
        {
            var hash = TextHash.Add(TextHash.Start, word[start]);
            var end = Math.Min(word.Length, start + LongestLetters);
            for (var at = start + 1; at < end; at++)
            {
                hash = TextHash.Add(hash, word[at]);
                set.Add(TableSize + WordBucket(hash));
            }
        }
    }
}
