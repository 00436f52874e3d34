namespace Listening.Models.Features;

/// <summary>
/// What was learned about texts in general, shared by all tasks: the weight of every bucket, the lexicon, the spread of its block, the vectors. One pass
/// over a text serves every task. Immutable; a thread works with its own <see cref="FeatureReader"/>.
/// </summary>
public sealed class Featurizer
{
    private readonly float[] weights;

    /// <summary>A featurizer from its parts; a bucket's weight is its step divided by <see cref="StepsPerUnit"/>, 0 where no text had it.</summary>
    public Featurizer(byte[] steps, Lexicon lexicon, IReadOnlyList<float> means, IReadOnlyList<float> spreads, WordVectors vectors)
    {
        if (steps.Length != NGrams.Buckets) throw new ArgumentException($"{NGrams.Buckets} steps are needed, not {steps.Length}.", nameof(steps));
        Steps = steps;
        Lexicon = lexicon;
        Means = means;
        Spreads = spreads;
        Vectors = vectors;
        weights = Array.ConvertAll(steps, step => step / (float)StepsPerUnit);
        StrangeWeight = steps.Max() / (float)StepsPerUnit;
        DenseSize = LexiconBlock.Size + new VectorBlock(vectors).Size;
    }

    /// <summary>Steps of a weight of one.</summary>
    public const int StepsPerUnit = 16;

    /// <summary>Steps of every bucket.</summary>
    public byte[] Steps { get; }

    /// <summary>Values of words.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Means of the lexicon block.</summary>
    public IReadOnlyList<float> Means { get; }

    /// <summary>Factors that give the lexicon block its spread.</summary>
    public IReadOnlyList<float> Spreads { get; }

    /// <summary>Vectors of words.</summary>
    public WordVectors Vectors { get; }

    /// <summary>Numbers of a row beside its buckets.</summary>
    public int DenseSize { get; }

    /// <summary>Weight of a bucket that no text had: that of the rarest.</summary>
    public float StrangeWeight { get; }

    /// <summary>Weights of buckets: inverse document frequency.</summary>
    public ReadOnlySpan<float> Weights => weights;

    /// <summary>Rows for learning.</summary>
    public IReadOnlyList<FeatureRow> Transform(IEnumerable<string> texts)
    {
        var reader = new FeatureReader(this);
        return [.. texts.Select(text =>
        {
            reader.Read(text);
            return reader.ToRow();
        })];
    }
}
