using Listening.Models.Text;

namespace Listening.Models.Features;

/// <summary>Learns from many texts, without labels, what a <see cref="Featurizer"/> knows of texts in general.</summary>
public sealed class FeatureEstimator(Lexicon lexicon, WordVectors vectors)
{
    // The lexicon block is small beside blocks of length one (measured, models/README.md).
    private const float LexiconFactor = 0.03f;

    /// <summary>
    /// Weights are ln((1+N)/(1+n)) + 1, where N texts were read and n of them have the bucket; 0 where none has it.
    /// </summary>
    public Featurizer Fit(IEnumerable<string> texts)
    {
        var counts = new int[NGrams.Buckets];
        var (sums, squares) = (new double[LexiconBlock.Size], new double[LexiconBlock.Size]);
        var (post, set, block) = (new PostReader(), new BucketSet(), new float[LexiconBlock.Size]);
        var read = 0;
        foreach (var text in texts)
        {
            read++;
            post.Read(text);
            set.Clear();
            NGrams.Words(post.Tokens, set);
            NGrams.Letters(post.Folded, set);
            foreach (var bucket in set.Items) counts[bucket]++;
            LexiconBlock.Write(post, lexicon, block);
            for (var at = 0; at < block.Length; at++)
            {
                sums[at] += block[at];
                squares[at] += (double)block[at] * block[at];
            }
        }

        if (read == 0) throw new ArgumentException("A featurizer is fitted on at least one text.", nameof(texts));
        var means = sums.Select(sum => (float)(sum / read)).ToArray();
        var spreads = squares.Select((square, at) => Spread((square / read) - ((double)means[at] * means[at]))).ToArray();
        return new Featurizer(Array.ConvertAll(counts, count => Step(count, read)), lexicon, means, spreads, vectors);
    }

    private static float Spread(double variance) => variance > 1e-9 ? (float)(LexiconFactor / Math.Sqrt(variance)) : 0;

    private static byte Step(int count, int read) =>
        count == 0 ? (byte)0 : (byte)Math.Clamp(Math.Round((Math.Log((1.0 + read) / (1 + count)) + 1) * Featurizer.StepsPerUnit), 1, 255);
}
