using Listening.Models.Text;

namespace Listening.Models.Features;

/// <summary>Forty-six numbers about a text: what the lexicons say of its words, and how it is written.</summary>
public static class LexiconBlock
{
    /// <summary>How many numbers.</summary>
    public const int Size = 46;

    // VADER's own factors for a negated word and one after a word like "very".
    private const float NegatedFactor = -0.74f;
    private const float BoostFactor = 1.25f;

    private static readonly HashSet<uint> Boosters =
        "very really so extremely absolutely totally super too completely fucking freaking incredibly such soo damn".Split(' ').Select(word => TextHash.Of(word)).ToHashSet();

    /// <summary>Writes the numbers, signed logarithms of counts and sums, into <paramref name="block"/>.</summary>
    public static void Write(PostReader post, Lexicon lexicon, Span<float> block)
    {
        block.Clear();
        var (vader, afinn, opinion) = (new Sums(), new Sums(), new Sums());
        var tokens = post.Tokens;
        var tail = tokens.Length - Math.Max(1, tokens.Length / 3);
        uint previous = 0;
        for (var at = 0; at < tokens.Length; at++)
        {
            var token = tokens[at];
            Count(token, block);
            var entry = token.Kind is TokenKind.Url or TokenKind.User or TokenKind.Number or TokenKind.Mark ? default : lexicon[token.Plain];
            if (entry != default)
            {
                var factor = (token.Negated ? NegatedFactor : 1) * (Boosters.Contains(previous) ? BoostFactor : 1);
                var value = factor * entry.Vader / 10f;
                vader.Add(value);
                afinn.Add(factor * entry.Afinn);
                opinion.Add(token.Negated ? -entry.Opinion : entry.Opinion);
                if (at >= tail) block[value > 0 ? 36 : 37] += Math.Abs(value);
                if (token.Kind == TokenKind.Sign && entry.Vader != 0) block[42]++;
            }

            previous = token.Plain;
        }

        vader.Write(block[..8]);
        afinn.Write(block[8..16]);
        opinion.Write(block[16..24]);
        Shape(post.Text, tokens.Length, block);
        block[44] = vader.Total == 0 ? 1 : 0;
        for (var at = 0; at < Size; at++) block[at] = MathF.CopySign(MathF.Log(1 + MathF.Abs(block[at])), block[at]);
    }

    private static void Count(Token token, Span<float> block)
    {
        if (token.Negated) block[24] = 1;
        switch (token.Kind)
        {
            case TokenKind.Tag: block[29]++; break;
            case TokenKind.User: block[30]++; break;
            case TokenKind.Url: block[31]++; break;
            case TokenKind.Number: block[35]++; break;
            case TokenKind.Mark when token.Hash == Marks.Shouted: block[27]++; break;
            case TokenKind.Mark when token.Hash == Marks.DrawnOut: block[28]++; break;
            case TokenKind.Mark when token.Hash == Marks.Smile: block[32]++; break;
            case TokenKind.Mark when token.Hash == Marks.Frown: block[33]++; break;
            default: break;
        }
    }

    private static void Shape(ReadOnlySpan<char> text, int tokens, Span<float> block)
    {
        var end = text.TrimEnd();
        block[25] = text.Count('!');
        block[26] = text.Count('?');
        block[34] = MathF.Log(1 + tokens);
        block[38] = text.StartsWith("@") ? 1 : 0;
        block[39] = end.EndsWith("?") ? 1 : 0;
        block[40] = end.EndsWith("!") ? 1 : 0;
        block[41] = text.Contains('"') ? 1 : 0;
        block[43] = text.Contains('\u2026') || text.Contains("...", StringComparison.Ordinal) ? 1 : 0;
        block[45] = 1;
    }

    private struct Sums
    {
        private float positive;
        private float negative;
        private float positives;
        private float negatives;
        private float highest;
        private float lowest;
        private float last;

        public readonly float Total => positives + negatives;

        public void Add(float value)
        {
            if (value == 0) return;
            last = value;
            if (value > 0)
            {
                positive += value;
                positives++;
                highest = MathF.Max(highest, value);
            }
            else
            {
                negative -= value;
                negatives++;
                lowest = MathF.Max(lowest, -value);
            }
        }

        public readonly void Write(Span<float> block)
        {
            var sum = positive - negative;
            block[0] = positive;
            block[1] = negative;
            block[2] = positives;
            block[3] = negatives;
            block[4] = highest;
            block[5] = lowest;
            block[6] = last;
            block[7] = sum / MathF.Sqrt((sum * sum) + 15);
        }
    }
}
