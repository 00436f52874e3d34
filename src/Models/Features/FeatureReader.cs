using Listening.Models.Text;

namespace Listening.Models.Features;

/// <summary>Reads texts one after the other into the same buffers; for one thread.</summary>
public sealed class FeatureReader
{
    private readonly Featurizer featurizer;
    private readonly PostReader post = new();
    private readonly BucketSet set = new();
    private readonly VectorBlock vectors;
    private readonly float[] dense;
    private int[] buckets = new int[1024];
    private float[] values = new float[1024];
    private int count;
    private int words;

    /// <summary>A reader.</summary>
    public FeatureReader(Featurizer featurizer)
    {
        this.featurizer = featurizer;
        vectors = new VectorBlock(featurizer.Vectors);
        dense = new float[featurizer.DenseSize];
    }

    /// <summary>The tokens of the last text.</summary>
    public PostReader Post => post;

    /// <summary>Buckets of the last text that some text had before.</summary>
    public ReadOnlySpan<int> Buckets => buckets.AsSpan(0, count);

    /// <summary>Their values.</summary>
    public ReadOnlySpan<float> Values => values.AsSpan(0, count);

    /// <summary>The other numbers of the last text.</summary>
    public ReadOnlySpan<float> Dense => dense;

    /// <summary>Scale of the words' block of the last text.</summary>
    public float WordScale { get; private set; }

    /// <summary>Scale of the letters' block of the last text.</summary>
    public float LetterScale { get; private set; }

    /// <summary>Reads a text.</summary>
    public void Read(string text)
    {
        post.Read(text);
        count = 0;
        set.Clear();
        NGrams.Words(post.Tokens, set);
        WordScale = Take();
        words = count;
        set.Clear();
        NGrams.Letters(post.Folded, set);
        LetterScale = Take();
        var block = dense.AsSpan(0, LexiconBlock.Size);
        LexiconBlock.Write(post, featurizer.Lexicon, block);
        for (var at = 0; at < LexiconBlock.Size; at++) block[at] = (block[at] - featurizer.Means[at]) * featurizer.Spreads[at];
        vectors.Write(post.Tokens, featurizer.Weights, dense.AsSpan(LexiconBlock.Size));
    }

    /// <summary>The last text as a row to keep.</summary>
    public FeatureRow ToRow() => new(Buckets.ToArray(), words, WordScale, LetterScale, [.. dense]);

    private float Take()
    {
        // The steps are a quarter of the weights' size, so that more of them are near.
        var steps = featurizer.Steps;
        if (count + set.Count > buckets.Length)
        {
            Array.Resize(ref buckets, Math.Max(buckets.Length * 2, count + set.Count));
            Array.Resize(ref values, buckets.Length);
        }

        var first = count;
        var square = 0f;
        foreach (var bucket in set.Items)
        {
            var weight = steps[bucket] / (float)Featurizer.StepsPerUnit;
            square += weight * weight;
            if (weight == 0)
            {
                // What nobody ever wrote still lengthens the text: else one known word among strange ones would decide.
                square += featurizer.StrangeWeight * featurizer.StrangeWeight;
                continue;
            }

            buckets[count] = bucket;
            values[count++] = weight;
        }

        var scale = square > 0 ? 1 / MathF.Sqrt(square) : 0;
        for (var at = first; at < count; at++) values[at] *= scale;
        return scale;
    }
}
